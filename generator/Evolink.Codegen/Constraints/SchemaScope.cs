using System;
using System.Collections.Generic;
using System.Threading;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Constraints;

/// <summary>The schemas within each other that are being turned into constraints, from one member, record, variant or body on.</summary>
internal sealed class SchemaScope(SpecDiagnostics diagnostics, CancellationToken cancellationToken)
{
    /// <summary>Constraints within constraints become functions within functions, and the C# compiler's work doubles with each level.</summary>
    private const int MostNested = 12;

    /// <summary>A few schemas that lead to each other by two ways each describe more constraints than any memory holds.</summary>
    private const int MostWork = 2_000;

    /// <summary>A schema that contains itself as a branch ends there.</summary>
    private readonly HashSet<SpecNode> _open = [];

    private int _work;

    public bool IsOpen(SpecNode node) => _open.Contains(node);

    /// <summary>Follows a schema unless it is already being followed.</summary>
    public ConstraintSet Enter(SpecNode node, Func<ConstraintSet> build)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_work == MostWork || (_open.Count == MostNested && _work < MostWork))
        {
            diagnostics.Unsupported(node, $"a schema of more than {MostNested} restrictions within each other, or of {MostWork} in all,", "what goes beyond is not checked");
        }

        if (_work >= MostWork || _open.Count >= MostNested || !_open.Add(node))
        {
            return ConstraintSet.Incomplete;
        }

        ConstraintSet result = build();
        _open.Remove(node);
        return result;
    }
}
