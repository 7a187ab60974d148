using Evolink.Codegen.Collections;

namespace Evolink.Codegen.Constraints;

/// <summary>A demand made of other demands on the same value.</summary>
internal abstract record CompositeRule : Rule
{
    /// <summary>The members that it speaks of, where all it asks is whether they are there.</summary>
    public EquatableArray<MemberRef> Among { get; init; } = [];
}

/// <summary>At least one branch holds.</summary>
/// <param name="Branches">Each branch's rules.</param>
/// <param name="Expected">What a failure says was expected.</param>
internal sealed record AnyOfRule(EquatableArray<EquatableArray<Rule>> Branches, string Expected) : CompositeRule;

/// <summary>Exactly one branch holds.</summary>
internal sealed record OneOfRule(EquatableArray<EquatableArray<Rule>> Branches, string Expected) : CompositeRule;

/// <summary>The rules do not all hold.</summary>
internal sealed record NotRule(EquatableArray<Rule> Rules, string Expected) : CompositeRule;

/// <summary>Where the condition holds, so do the rules of <paramref name="Then"/>, else those of <paramref name="Else"/>.</summary>
internal sealed record IfRule(EquatableArray<Rule> Condition, EquatableArray<Rule> Then, EquatableArray<Rule> Else) : CompositeRule;
