using System.Collections.Generic;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>What all constraints of one document are built from.</summary>
/// <param name="shapes">The types of the file's requests, by their ids.</param>
/// <param name="diagnostics">Where what is not checked is reported.</param>
internal sealed class ConstraintSources(IReadOnlyDictionary<TypeId, TypeDraft> shapes, SpecDiagnostics diagnostics)
{
    private readonly Dictionary<TypeDraft, VariantDemands> _demands = [];

    public IReadOnlyDictionary<TypeId, TypeDraft> Shapes => shapes;

    public SpecDiagnostics Diagnostics => diagnostics;

    public PatternChecks Patterns { get; } = new(diagnostics);

    /// <summary>The types whose constraints, or those of types within them, are known not to say all that their schemas do.</summary>
    public HashSet<TypeId> IncompleteTypes { get; } = [];

    /// <summary>What each variant of a union requires.</summary>
    public VariantDemands Demands(TypeDraft union)
    {
        if (!_demands.TryGetValue(union, out VariantDemands? all))
        {
            _demands.Add(union, all = new VariantDemands(union));
        }

        return all;
    }
}
