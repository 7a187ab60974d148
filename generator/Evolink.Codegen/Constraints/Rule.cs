using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>One demand of a schema on a value. A value that is not set meets every rule but <see cref="MemberRule.IsRequired"/>.</summary>
internal abstract record Rule;

/// <summary>The value of a generated enum is one that the specification lists.</summary>
internal sealed record KnownRule(EquatableArray<Literal> Values) : Rule;

/// <summary>The value is one of these.</summary>
internal sealed record AllowedRule(EquatableArray<Literal> Values) : Rule;

/// <summary>The value is this one.</summary>
internal sealed record ConstantRule(Literal Value) : Rule;

internal sealed record LengthRule(Limit Limit, int Bound) : Rule;

/// <summary>Bound and value are of one number type: nothing is converted when they are compared.</summary>
internal sealed record BoundRule(Limit Limit, bool IsExclusive, Literal Bound) : Rule;

internal sealed record MultipleOfRule(Literal Divisor) : Rule;

/// <summary>JSON has no NaN and no infinity.</summary>
internal sealed record FiniteRule : Rule;

internal sealed record PatternRule(string Pattern) : Rule;

/// <param name="Format">The member of the runtime's StringFormat.</param>
internal sealed record FormatRule(string Format) : Rule;

internal sealed record AbsoluteUriRule : Rule;

internal sealed record CallbackUrlRule : Rule;

/// <summary>The URL of a file that the service fetches.</summary>
internal sealed record MediaUrlRule : Rule;

/// <summary>A text, any JSON or a map's names, of which nothing else is asked that only Unicode meets.</summary>
internal sealed record WellFormedRule : Rule;

/// <summary>An item that may not be null.</summary>
internal sealed record NotNullRule : Rule;

/// <summary>A number of items, or of a map's entries.</summary>
internal sealed record CountRule(Limit Limit, int Bound, bool CountsItems) : Rule;

internal sealed record UniqueItemsRule : Rule;

/// <summary>The value is of a generated type, which knows its own rules.</summary>
internal sealed record NestedRule : Rule;

/// <summary>Rules that this use of a generated type adds to the type's own.</summary>
internal sealed record ApplyRule(EquatableArray<Rule> Rules) : Rule;

/// <summary>Rules for a union that holds this variant, or the rule that it may not.</summary>
internal sealed record VariantRule(string Variant, TypeRef Type, bool IsAllowed, EquatableArray<Rule> Rules) : Rule;

/// <summary>The object of a union has not all that another of its variants requires.</summary>
/// <param name="Demands">What each variant requires, as a JSON array.</param>
/// <param name="Own">Which of them the object is.</param>
internal sealed record NoOtherRule(string Demands, int Own) : Rule;

/// <summary>No value at all is allowed here: it must be left unset.</summary>
internal sealed record NeverRule : Rule;

internal enum Limit
{
    Minimum,
    Maximum,
}
