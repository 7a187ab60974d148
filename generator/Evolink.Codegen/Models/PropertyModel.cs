using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>One member of a record.</summary>
internal sealed record PropertyModel
{
    /// <summary>The name on the wire.</summary>
    public required string JsonName { get; init; }

    /// <summary>The name in C#.</summary>
    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>Where the schema stands in its file, for messages.</summary>
    public required string Pointer { get; init; }

    public required DocText Doc { get; init; }

    /// <summary>Whether the specification requires the member.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only value there is; the member has it from the start.</summary>
    public Literal? Constant { get; init; }

    /// <summary>A default that the member has from the start, although it may be another value.</summary>
    public Literal? Default { get; init; }

    /// <summary>What the member has from the start, if anything.</summary>
    public Literal? Initial => Constant ?? Default;

    /// <summary>Whether a nullable field stands behind the property, because its type cannot tell unset from zero.</summary>
    public bool HasBackingField { get; init; }

    /// <summary>Whether an unset value is written as null: required, and null is allowed.</summary>
    public bool WritesNull { get; init; }

    /// <summary>Whether the property is an <c>Optional&lt;T&gt;</c>: left out, null, or a value.</summary>
    public bool IsClearable { get; init; }

    public bool IsDeprecated { get; init; }

    public EquatableArray<Constraint> Constraints { get; init; } = [];
}
