using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>A constraint on the members of a record.</summary>
internal abstract record ObjectConstraint : Constraint;

/// <summary>One of <c>properties</c>, and whether it is <c>required</c>.</summary>
internal sealed record PropertyConstraint(MemberRef Member, bool IsRequired, EquatableArray<Constraint> Constraints) : ObjectConstraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Member = names.Resolve(Member), Constraints = names.Resolve(Constraints) };
}

/// <summary><c>dependentRequired</c>: where one member is set, others must be.</summary>
internal sealed record DependentRequiredConstraint(MemberRef Member, EquatableArray<MemberRef> Required) : ObjectConstraint
{
    public override Constraint WithNames(ITypeNames names) => new DependentRequiredConstraint(names.Resolve(Member), names.Resolve(Required));
}

/// <summary><c>x-evolink-compare</c>: the sum or the difference of members is within bounds.</summary>
/// <param name="IsDifference">Whether the second operand is taken from the first; else all are added.</param>
internal sealed record CompareConstraint(bool IsDifference, EquatableArray<ComparedMember> Operands, Literal? Minimum, Literal? Maximum) : ObjectConstraint
{
    public override Constraint WithNames(ITypeNames names) =>
        this with { Operands = [.. Operands.Select(operand => operand with { Member = names.Resolve(operand.Member) })] };
}

/// <summary>A number, or the items of an array.</summary>
/// <param name="Default">What a number counts as where it is absent; null where nothing is compared then.</param>
internal sealed record ComparedMember(MemberRef Member, bool IsCount, Literal? Default);

/// <summary><c>x-evolink-max-items-total</c>: several arrays together hold at most so many items.</summary>
internal sealed record MaxItemsTotalConstraint(EquatableArray<MemberRef> Members, int Maximum) : ObjectConstraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Members = names.Resolve(Members) };
}

/// <summary><c>additionalProperties: false</c>.</summary>
internal sealed record NoAdditionalPropertiesConstraint : ObjectConstraint;

/// <summary>Constraints on the map of the members that have no property of their own.</summary>
/// <param name="Held">The type of their values.</param>
internal sealed record UnnamedPropertiesConstraint(TypeRef Held, EquatableArray<Constraint> Constraints) : ObjectConstraint
{
    public override Constraint WithNames(ITypeNames names) => new UnnamedPropertiesConstraint(names.Resolve(Held), names.Resolve(Constraints));
}

/// <summary><c>required</c>: a member is there that the record has no property for.</summary>
internal sealed record RequiredUnnamedConstraint(string JsonName) : ObjectConstraint;

/// <summary>A member as C# reaches it.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The C# name; empty for a member that the schema demands but does not declare.</param>
/// <param name="Type">The member's type; null for an undeclared one.</param>
/// <param name="Owner">The id of the record that has the member.</param>
/// <param name="HasBackingField">Whether "unset" shows only in a field behind the property.</param>
/// <param name="IsClearable">Whether the property is an <c>Optional&lt;T&gt;</c>.</param>
internal sealed record MemberRef(string JsonName, string Name, TypeRef? Type, TypeId Owner = default, bool HasBackingField = false, bool IsClearable = false);
