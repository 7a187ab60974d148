using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;

namespace Evolink.Codegen.Parsing;

/// <summary>
/// Makes a tree of the events of a parser, bottom up and without recursion. What YAML and JSON have in common is here:
/// budgets and duplicate keys.
/// </summary>
internal sealed class TreeAssembler(string file, ICollection<SpecDiagnostic> diagnostics)
{
    private readonly NodeBudget _budget = new();
    private readonly Stack<OpenContainer> _open = new();

    public SpecNode? Root { get; private set; }

    /// <summary>The container that the next event belongs to.</summary>
    public OpenContainer? Innermost => _open.Count == 0 ? null : _open.Peek();

    /// <summary>Whether an object is open and its next member's name is due.</summary>
    public bool ExpectsName => Innermost is { Kind: SpecNodeKind.Object, HasName: false };

    public void Name(string name, int line, int column, bool isMerge = false)
    {
        if (!Innermost!.TryName(name, line, column, isMerge, out int firstLine))
        {
            Report(DiagnosticIds.DuplicateKey, line, column, $"The key '{MessageText.Truncate(name)}' is given in line {firstLine} already; this second one is ignored. Remove or rename one of them.");
        }
    }

    public void Open(SpecNodeKind kind, int line, int column)
    {
        _budget.Spend(_open.Count + 1, line, column);
        _open.Push(new OpenContainer(kind, line, column));
    }

    public SpecNode Close()
    {
        SpecNode node = _open.Pop().ToNode();
        Place(node);
        return node;
    }

    public void Add(SpecNode scalar)
    {
        _budget.Spend(_open.Count + 1, scalar.Line, scalar.Column);
        Place(scalar);
    }

    /// <summary>Adds a copy of a node that an alias names; positions stay those of the original.</summary>
    public void AddCopy(SpecNode original, int line, int column) => Place(Copy(original, _open.Count + 1, line, column));

    public void Report(string id, int line, int column, string message) =>
        diagnostics.Add(new SpecDiagnostic(id, file, line, column, message));

    private SpecNode Copy(SpecNode node, int depth, int line, int column)
    {
        _budget.SpendOnAlias(depth, line, column);
        return node.Kind switch
        {
            SpecNodeKind.Object => SpecNode.Object(node.Line, node.Column, node.Members.Select(member => member with { Value = Copy(member.Value, depth + 1, line, column) }).ToList()),
            SpecNodeKind.Array => SpecNode.Array(node.Line, node.Column, node.Items.Select(item => Copy(item, depth + 1, line, column)).ToList()),
            _ => SpecNode.Scalar(node.Kind, node.Line, node.Column, node.Text),
        };
    }

    private void Place(SpecNode node)
    {
        if (Innermost is not { } container) Root = node;
        else if (!container.TryAdd(node)) Report(DiagnosticIds.WrongKind, node.Line, node.Column, "'<<' merges an object, or a list of objects, into this one; what is something else is ignored. Correct or remove it.");
    }
}
