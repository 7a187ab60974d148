using System.Collections.Generic;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    /// <summary>Constraints within rules become functions within functions, and the C# compiler's work doubles with each level.</summary>
    private const int MostNested = 12;

    /// <summary>A few schemas that lead to each other by two ways each describe more rules than any memory holds. For each member and each record.</summary>
    private const int MostWork = 2_000;

    /// <summary>Schemas that are being turned into rules; one that contains itself as a branch ends there.</summary>
    private readonly HashSet<SpecNode> open = [];

    /// <summary>Schemas that were found to contain themselves; each is reported once.</summary>
    private readonly HashSet<SpecNode> repeated = [];

    private int work;

    /// <summary>Follows a schema unless it is already being followed.</summary>
    private EquatableArray<Constraint> Open(SpecNode node, System.Func<EquatableArray<Constraint>> rules)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++work == MostWork || (open.Count == MostNested && work < MostWork))
        {
            diagnostics.Unsupported(node, $"a schema of more than {MostNested} restrictions within each other, or of {MostWork} in all,", "what goes beyond is not checked");
        }

        if (work >= MostWork || open.Count >= MostNested || !open.Add(node))
        {
            LeaveOut();
            return [];
        }

        EquatableArray<Constraint> result = rules();
        open.Remove(node);
        return result;
    }
}
