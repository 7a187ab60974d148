using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;

namespace Evolink.Codegen.Client;

/// <summary>Puts names in place of ids in the types that constraints mention.</summary>
internal static class ConstraintNames
{
    public static EquatableArray<Constraint> Resolve(this ClientNames names, EquatableArray<Constraint> constraints) =>
        constraints.Select(names.Resolve).ToEquatableArray();

    private static Constraint Resolve(this ClientNames names, Constraint constraint) => constraint switch
    {
        ContainerConstraint container => container with { Held = names.Resolve(container.Held), Constraints = names.Resolve(container.Constraints) },
        JsonPartConstraint part => part with { Constraints = names.Resolve(part.Constraints) },
        UnnamedPropertiesConstraint additional => new UnnamedPropertiesConstraint(names.Resolve(additional.Held), names.Resolve(additional.Constraints)),
        ApplyConstraint apply => new ApplyConstraint(names.Resolve(apply.Constraints)),
        VariantConstraint variant => variant with { Type = names.Resolve(variant.Type), Constraints = names.Resolve(variant.Constraints) },
        PropertyConstraint member => member with { Member = names.Resolve(member.Member), Constraints = names.Resolve(member.Constraints) },
        DependentRequiredConstraint dependent => new DependentRequiredConstraint(names.Resolve(dependent.Member), names.Resolve(dependent.Required)),
        MaxItemsTotalConstraint total => total with { Members = names.Resolve(total.Members) },
        MinPropertiesConstraint least => least with { Members = names.Resolve(least.Members) },
        MaxPropertiesConstraint most => most with { Members = names.Resolve(most.Members) },
        AnyOfConstraint any => any with { Branches = names.Resolve(any.Branches), Among = names.Resolve(any.Among) },
        OneOfConstraint one => one with { Branches = names.Resolve(one.Branches), Among = names.Resolve(one.Among) },
        NotConstraint not => not with { Constraints = names.Resolve(not.Constraints), Among = names.Resolve(not.Among) },
        IfConstraint conditional => new IfConstraint(names.Resolve(conditional.Condition), names.Resolve(conditional.Then), names.Resolve(conditional.Else)),
        _ => constraint,
    };

    private static EquatableArray<EquatableArray<Constraint>> Resolve(this ClientNames names, EquatableArray<EquatableArray<Constraint>> branches) =>
        branches.Select(names.Resolve).ToEquatableArray();

    private static EquatableArray<MemberRef> Resolve(this ClientNames names, EquatableArray<MemberRef> members) =>
        members.Select(names.Resolve).ToEquatableArray();

    private static MemberRef Resolve(this ClientNames names, MemberRef member) =>
        member with { Name = ClientNames.Member(member.Name, names.Of(member.Owner)), Type = member.Type is { } type ? names.Resolve(type) : null };
}
