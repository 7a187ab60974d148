using Evolink.Codegen.Diagnostics;

namespace Evolink.Codegen.Parsing;

/// <summary>
/// What a document may cost. Every later step recurses over the tree on the compiler's stack, and a few aliases of
/// aliases describe a tree larger than any memory; so both depth and size end here, in a diagnostic.
/// </summary>
internal sealed class NodeBudget
{
    public const int MaxDepth = 128;
    public const int MaxNodes = 1_000_000;
    public const int MaxAliasedNodes = 100_000;

    private int _nodes;
    private int _aliased;

    public void Spend(int depth, int line, int column)
    {
        if (depth > MaxDepth)
        {
            throw Exceeded(line, column, $"The document is nested more than {MaxDepth} levels deep here. Flatten it, for instance by references to components.");
        }

        if (++_nodes > MaxNodes)
        {
            throw Exceeded(line, column, $"The document holds more than {MaxNodes} values. Split it into several specs.");
        }
    }

    /// <summary>Pays for a node that an alias repeats.</summary>
    public void SpendOnAlias(int depth, int line, int column)
    {
        Spend(depth, line, column);
        if (++_aliased > MaxAliasedNodes)
        {
            throw Exceeded(line, column, $"The document's aliases repeat more than {MaxAliasedNodes} values. Write references to components instead.");
        }
    }

    private static SpecSyntaxException Exceeded(int line, int column, string message) =>
        new(DiagnosticIds.BudgetExceeded, line, column, message);
}
