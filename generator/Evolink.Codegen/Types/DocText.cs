using Evolink.Codegen.Collections;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>What the specification says in prose, and what a reader must know besides.</summary>
/// <param name="Summary">The first paragraph.</param>
/// <param name="Remarks">The other paragraphs, separated by blank lines.</param>
/// <param name="Facts">Default, bounds and examples that the prose does not state.</param>
internal sealed record DocText(string Summary, string Remarks = "", string Facts = "")
{
    /// <summary>What the value should keep to, each with the limits that its text does not state.</summary>
    public EquatableArray<Advice> Advice { get; init; } = [];

    /// <summary>Whether the specification says nothing, so that the summary is ours.</summary>
    public bool IsSilent { get; init; }
}
