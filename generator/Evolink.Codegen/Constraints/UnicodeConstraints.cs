using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// Every text of a request has to be Unicode: half of a surrogate pair would be sent as another character. It is asked once,
/// where the type is made, and not where a listed value, a constant or a format asks for more.
/// </summary>
internal static class UnicodeConstraints
{
    /// <summary>The constraints of a value of which its schema demands nothing.</summary>
    public static EquatableArray<Constraint> ForType(TypeRef type) => Add(type, []);

    /// <summary>The constraints of a value with those that every text has to satisfy.</summary>
    public static EquatableArray<Constraint> Add(TypeRef type, EquatableArray<Constraint> constraints) => type.Kind switch
    {
        TypeKind.String or TypeKind.Text or TypeKind.Uri when constraints.Any(DemandsMore) => constraints,
        TypeKind.String or TypeKind.Text or TypeKind.Uri or TypeKind.Json => [.. constraints, new WellFormedConstraint()],
        TypeKind.Map => [new WellFormedConstraint(), .. OfValues(type.Element!, constraints)],
        TypeKind.List when !constraints.Any(constraint => constraint is ItemsConstraint { First: 0 }) && ForType(type.Element!) is { Count: > 0 } items =>
            [.. constraints, new ItemsConstraint(type.Element!, items)],
        _ => constraints,
    };

    /// <summary>A map of any JSON is asked as a whole, its values with its names.</summary>
    public static EquatableArray<Constraint> OfValues(TypeRef held, EquatableArray<Constraint> constraints) => held.Kind != TypeKind.Json ? constraints
        : [.. constraints.Select(constraint => constraint is AdditionalPropertiesConstraint { AreAll: true } each
                ? each with { Constraints = [.. each.Constraints.Where(inner => inner is not WellFormedConstraint)] }
                : constraint)
            .Where(constraint => constraint is not AdditionalPropertiesConstraint { AreAll: true, Constraints.Count: 0 })];

    private static bool DemandsMore(Constraint constraint) =>
        constraint is ConstConstraint or EnumConstraint or FormatConstraint or AbsoluteUriConstraint or FalseSchemaConstraint;
}
