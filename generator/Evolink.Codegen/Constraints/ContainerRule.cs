using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>A demand on what a list or map holds.</summary>
/// <param name="Held">The type of the items or values.</param>
/// <param name="Rules">What is demanded of those that are meant.</param>
internal abstract record ContainerRule(TypeRef Held, EquatableArray<Rule> Rules) : Rule;

/// <summary>Every item from a position on.</summary>
internal sealed record EachItemRule(TypeRef Held, EquatableArray<Rule> Rules, int First = 0) : ContainerRule(Held, Rules);

/// <summary>The item at a position, where there is one.</summary>
internal sealed record ItemRule(int Index, TypeRef Held, EquatableArray<Rule> Rules) : ContainerRule(Held, Rules);

/// <summary>So many items meet the rules.</summary>
/// <param name="Expected">Which items are meant, in words that follow “items”.</param>
/// <param name="CountsNull">Whether a null is one of them.</param>
internal sealed record ContainsRule(int Minimum, int? Maximum, string Expected, bool CountsNull, TypeRef Held, EquatableArray<Rule> Rules)
    : ContainerRule(Held, Rules);

/// <summary>Every value of a map.</summary>
internal sealed record EachValueRule(TypeRef Held, EquatableArray<Rule> Rules) : ContainerRule(Held, Rules);

/// <summary>Every name in a map.</summary>
internal sealed record EachKeyRule(EquatableArray<Rule> Rules) : ContainerRule(new TypeRef(TypeKind.String), Rules);

/// <summary>The value of one name.</summary>
internal sealed record KeyRule(string Key, TypeRef Held, EquatableArray<Rule> Rules) : ContainerRule(Held, Rules);

/// <summary>The values whose names match a pattern.</summary>
internal sealed record EachMatchingRule(string Pattern, TypeRef Held, EquatableArray<Rule> Rules) : ContainerRule(Held, Rules);

/// <summary>The values whose names are none of these and match no pattern.</summary>
internal sealed record EachOtherRule(EquatableArray<string> Keys, EquatableArray<string> Patterns, TypeRef Held, EquatableArray<Rule> Rules)
    : ContainerRule(Held, Rules);

/// <summary>A map has this name.</summary>
internal sealed record RequiredKeyRule(string Key) : Rule;
