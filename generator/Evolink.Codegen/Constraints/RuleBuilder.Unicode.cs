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
    private static EquatableArray<Constraint> WellFormed(TypeRef type) => WithWellFormed(type, []);

    private static EquatableArray<Constraint> WithWellFormed(TypeRef type, EquatableArray<Constraint> rules) => type.Kind switch
    {
        TypeKind.String or TypeKind.Text or TypeKind.Uri when rules.Any(SaysMore) => rules,
        TypeKind.String or TypeKind.Text or TypeKind.Uri or TypeKind.Json => [.. rules, new WellFormedConstraint()],
        TypeKind.Map => [new WellFormedConstraint(), .. OfValues(type.Element!, rules)],
        TypeKind.List when !rules.Any(rule => rule is ItemsConstraint { First: 0 }) && WellFormed(type.Element!) is { Count: > 0 } items =>
            [.. rules, new ItemsConstraint(type.Element!, items)],
        _ => rules,
    };

    private static bool SaysMore(Constraint rule) => rule is ConstConstraint or EnumConstraint or FormatConstraint or AbsoluteUriConstraint or FalseSchemaConstraint;

    /// <summary>A map of any JSON is asked as a whole, its values with its names.</summary>
    private static EquatableArray<Constraint> OfValues(TypeRef held, EquatableArray<Constraint> rules) => held.Kind != TypeKind.Json ? rules
        : [.. rules.Select(rule => rule is AdditionalPropertiesConstraint { AreAll: true } each ? each with { Constraints = [.. each.Constraints.Where(inner => inner is not WellFormedConstraint)] } : rule)
            .Where(rule => rule is not AdditionalPropertiesConstraint { AreAll: true, Constraints.Count: 0 })];
}
