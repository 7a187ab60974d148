using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;

namespace Evolink.Codegen.Client;

/// <summary>Puts names in place of ids in the types that rules mention.</summary>
internal static class RuleNames
{
    public static EquatableArray<Rule> Resolve(this ClientNames names, EquatableArray<Rule> rules) =>
        rules.Select(names.Resolve).ToEquatableArray();

    private static Rule Resolve(this ClientNames names, Rule rule) => rule switch
    {
        ContainerRule container => container with { Held = names.Resolve(container.Held), Rules = names.Resolve(container.Rules) },
        PartRule part => part with { Rules = names.Resolve(part.Rules) },
        AdditionalRule additional => new AdditionalRule(names.Resolve(additional.Held), names.Resolve(additional.Rules)),
        ApplyRule apply => new ApplyRule(names.Resolve(apply.Rules)),
        VariantRule variant => variant with { Type = names.Resolve(variant.Type), Rules = names.Resolve(variant.Rules) },
        MemberRule member => member with { Member = names.Resolve(member.Member), Rules = names.Resolve(member.Rules) },
        DependentRequiredRule dependent => new DependentRequiredRule(names.Resolve(dependent.Member), names.Resolve(dependent.Required)),
        TotalItemsRule total => total with { Members = names.Resolve(total.Members) },
        MemberCountRule count => count with { Members = names.Resolve(count.Members) },
        AnyOfRule any => any with { Branches = names.Resolve(any.Branches), Among = names.Resolve(any.Among) },
        OneOfRule one => one with { Branches = names.Resolve(one.Branches), Among = names.Resolve(one.Among) },
        NotRule not => not with { Rules = names.Resolve(not.Rules), Among = names.Resolve(not.Among) },
        IfRule conditional => new IfRule(names.Resolve(conditional.Condition), names.Resolve(conditional.Then), names.Resolve(conditional.Else)),
        _ => rule,
    };

    private static EquatableArray<EquatableArray<Rule>> Resolve(this ClientNames names, EquatableArray<EquatableArray<Rule>> branches) =>
        branches.Select(names.Resolve).ToEquatableArray();

    private static EquatableArray<MemberRef> Resolve(this ClientNames names, EquatableArray<MemberRef> members) =>
        members.Select(names.Resolve).ToEquatableArray();

    private static MemberRef Resolve(this ClientNames names, MemberRef member) =>
        member with { Name = ClientNames.Member(member.Name, names.Of(member.Owner)), Type = member.Type is { } type ? names.Resolve(type) : null };
}
