using Evolink.Codegen.Collections;

namespace Evolink.Codegen.Constraints;

/// <summary>Subschemas that are applied to one value and combined.</summary>
internal abstract record CombinationConstraint : Constraint
{
    /// <summary>The members that it is about, where all it asks is whether they are there.</summary>
    public EquatableArray<MemberRef> Among { get; init; } = [];
}

/// <summary><c>anyOf</c>: at least one branch holds.</summary>
/// <param name="Branches">The constraints of each branch.</param>
/// <param name="Expected">What a failure says was expected.</param>
internal sealed record AnyOfConstraint(EquatableArray<EquatableArray<Constraint>> Branches, string Expected) : CombinationConstraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Branches = names.Resolve(Branches), Among = names.Resolve(Among) };
}

/// <summary><c>oneOf</c>: exactly one branch holds.</summary>
internal sealed record OneOfConstraint(EquatableArray<EquatableArray<Constraint>> Branches, string Expected) : CombinationConstraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Branches = names.Resolve(Branches), Among = names.Resolve(Among) };
}

/// <summary><c>not</c>: the constraints do not all hold.</summary>
internal sealed record NotConstraint(EquatableArray<Constraint> Constraints, string Expected) : CombinationConstraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Constraints = names.Resolve(Constraints), Among = names.Resolve(Among) };
}

/// <summary><c>if</c>: where the condition holds, so do the constraints of <paramref name="Then"/>, else those of <paramref name="Else"/>.</summary>
internal sealed record IfConstraint(EquatableArray<Constraint> Condition, EquatableArray<Constraint> Then, EquatableArray<Constraint> Else) : CombinationConstraint
{
    public override Constraint WithNames(ITypeNames names) => new IfConstraint(names.Resolve(Condition), names.Resolve(Then), names.Resolve(Else));
}
