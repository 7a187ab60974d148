using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <content>
/// Every text of a request has to be Unicode: half of a surrogate pair would be sent as another character. It is asked once,
/// where the type is made, and not where a listed value, a constant or a format asks for more.
/// </content>
internal sealed partial class RuleBuilder
{
    private static EquatableArray<Rule> WellFormed(TypeRef type) => WithWellFormed(type, []);

    private static EquatableArray<Rule> WithWellFormed(TypeRef type, EquatableArray<Rule> rules) => type.Kind switch
    {
        TypeKind.String or TypeKind.Text or TypeKind.Uri when rules.Any(SaysMore) => rules,
        TypeKind.String or TypeKind.Text or TypeKind.Uri or TypeKind.Json => [.. rules, new WellFormedRule()],
        TypeKind.Map => [new WellFormedRule(), .. OfValues(type.Element!, rules)],
        TypeKind.List when !rules.Any(rule => rule is EachItemRule { First: 0 }) && WellFormed(type.Element!) is { Count: > 0 } items =>
            [.. rules, new EachItemRule(type.Element!, items)],
        _ => rules,
    };

    private static bool SaysMore(Rule rule) => rule is ConstantRule or AllowedRule or FormatRule or AbsoluteUriRule or NeverRule;

    /// <summary>A map of any JSON is asked as a whole, its values with its names.</summary>
    private static EquatableArray<Rule> OfValues(TypeRef held, EquatableArray<Rule> rules) => held.Kind != TypeKind.Json ? rules
        : [.. rules.Select(rule => rule is EachValueRule each ? each with { Rules = [.. each.Rules.Where(inner => inner is not WellFormedRule)] } : rule)
            .Where(rule => rule is not EachValueRule { Rules.Count: 0 })];
}
