using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary><c>minItems</c>.</summary>
internal sealed record MinItemsConstraint(int Bound) : Constraint;

/// <summary><c>maxItems</c>.</summary>
internal sealed record MaxItemsConstraint(int Bound) : Constraint;

/// <summary><c>uniqueItems</c>.</summary>
internal sealed record UniqueItemsConstraint : Constraint;

/// <summary><c>minProperties</c>.</summary>
internal sealed record MinPropertiesConstraint(int Bound) : Constraint
{
    /// <summary>Of a record: its members, of which those that are set are counted with the unnamed ones.</summary>
    public EquatableArray<MemberRef> Members { get; init; } = [];

    public override Constraint WithNames(ITypeNames names) => this with { Members = names.Resolve(Members) };
}

/// <summary><c>maxProperties</c>.</summary>
internal sealed record MaxPropertiesConstraint(int Bound) : Constraint
{
    /// <summary>Of a record: its members, of which those that are set are counted with the unnamed ones.</summary>
    public EquatableArray<MemberRef> Members { get; init; } = [];

    public override Constraint WithNames(ITypeNames names) => this with { Members = names.Resolve(Members) };
}

/// <summary><c>required</c> of a map.</summary>
internal sealed record RequiredConstraint(string Key) : Constraint;

/// <summary>A subschema that is applied to what a list or map holds.</summary>
/// <param name="Held">The type of the items or values.</param>
/// <param name="Constraints">The constraints of the subschema.</param>
internal abstract record ContainerConstraint(TypeRef Held, EquatableArray<Constraint> Constraints) : Constraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Held = names.Resolve(Held), Constraints = names.Resolve(Constraints) };
}

/// <summary><c>items</c>: every item from a position on.</summary>
internal sealed record ItemsConstraint(TypeRef Held, EquatableArray<Constraint> Constraints, int First = 0) : ContainerConstraint(Held, Constraints);

/// <summary>One of <c>prefixItems</c>: the item at a position, where there is one.</summary>
internal sealed record PrefixItemConstraint(int Index, TypeRef Held, EquatableArray<Constraint> Constraints) : ContainerConstraint(Held, Constraints);

/// <summary><c>contains</c>: so many items satisfy the subschema.</summary>
/// <param name="Expected">Which items are meant, in words that follow “items”.</param>
/// <param name="CountsNull">Whether a null is one of them.</param>
internal sealed record ContainsConstraint(int Minimum, int? Maximum, string Expected, bool CountsNull, TypeRef Held, EquatableArray<Constraint> Constraints)
    : ContainerConstraint(Held, Constraints);

/// <summary><c>propertyNames</c>: every name in a map.</summary>
internal sealed record PropertyNamesConstraint(EquatableArray<Constraint> Constraints) : ContainerConstraint(new TypeRef(TypeKind.String), Constraints);

/// <summary>One of <c>properties</c> of a map.</summary>
internal sealed record MapPropertyConstraint(string Key, TypeRef Held, EquatableArray<Constraint> Constraints) : ContainerConstraint(Held, Constraints);

/// <summary><c>patternProperties</c>: the values whose names match a pattern.</summary>
internal sealed record PatternPropertiesConstraint(string Pattern, TypeRef Held, EquatableArray<Constraint> Constraints) : ContainerConstraint(Held, Constraints);

/// <summary><c>additionalProperties</c>: the values whose names are none of these and match no pattern.</summary>
internal sealed record AdditionalPropertiesConstraint(EquatableArray<string> Keys, EquatableArray<string> Patterns, TypeRef Held, EquatableArray<Constraint> Constraints)
    : ContainerConstraint(Held, Constraints)
{
    /// <summary>Every value of a map.</summary>
    public AdditionalPropertiesConstraint(TypeRef held, EquatableArray<Constraint> constraints)
        : this([], [], held, constraints)
    {
    }

    /// <summary>Whether it is about every value.</summary>
    public bool AreAll => Keys.Count + Patterns.Count == 0;
}
