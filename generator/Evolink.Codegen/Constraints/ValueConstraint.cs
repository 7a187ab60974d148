using Evolink.Codegen.Collections;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary><c>enum</c>: the value is one of these.</summary>
/// <param name="Values">The values; none where they are compared as JSON.</param>
internal sealed record EnumConstraint(EquatableArray<Literal> Values) : Constraint
{
    /// <summary>The values as a JSON array, where the value is compared as the JSON that is sent; else empty.</summary>
    public string Json { get; init; } = "";

    /// <summary>Whether they are all the values of the generated enum that the value is of.</summary>
    public bool AreOfType { get; init; }
}

/// <summary><c>const</c>: the value is this one.</summary>
internal sealed record ConstConstraint(Literal Value) : Constraint;

/// <summary><c>type</c> of a value that is kept as JSON, because its schema allows several kinds, or any.</summary>
internal sealed record TypeConstraint(JsonKinds Allowed) : Constraint;

/// <summary>Constraints that apply where a value that is kept as JSON is of the part's kind.</summary>
internal sealed record JsonPartConstraint(JsonPart Part, EquatableArray<Constraint> Constraints) : Constraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Constraints = names.Resolve(Constraints) };
}

/// <summary>How JSON of any kind can be read: the runtime's functions of these names.</summary>
internal enum JsonPart
{
    Text,
    Number,
    Items,
    Members,
}
