using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>The DataAnnotations attributes that say to IDEs, forms and ASP.NET what the generated rules check.</summary>
internal static class Attributes
{
    private const int MostValues = 64;

    public static IEnumerable<string> Of(PropertySpec property)
    {
        // A required property that may be null is sent as null where it is not set.
        if (property.IsRequired && !property.WritesNull)
        {
            // To the stock attribute a struct is always there.
            yield return property.Type.Kind is TypeKind.Value or TypeKind.Json
                ? $"[{TypeNames.Runtime}RequiredValue]"
                : $"[{TypeNames.Annotations}Required(AllowEmptyStrings = true)]";
        }

        string?[] attributes = [Lengths(property), Range(property), Items(property), Values(property), Pattern(property), Url(property)];
        foreach (string? attribute in attributes)
        {
            if (attribute is not null)
            {
                yield return $"[{TypeNames.Runtime}{attribute}]";
            }
        }
    }

    /// <summary>The attributes of texts know nothing of how a date or a UUID is written.</summary>
    private static bool IsText(PropertySpec property) => property.Type.Kind is TypeKind.String or TypeKind.Text or TypeKind.Uri;

    private static string? Pattern(PropertySpec property) =>
        !IsText(property) ? null : property.Rules.OfType<PatternRule>().FirstOrDefault() is { } rule ? $"Pattern({CSharp.Quote(rule.Pattern)})" : null;

    private static string? Url(PropertySpec property) => property.Rules.OfType<CallbackUrlRule>().Any() ? "CallbackUrl"
        : property.Rules.OfType<MediaUrlRule>().Any() ? "MediaUrl" : null;

    private static string? Lengths(PropertySpec property)
    {
        int? minimum = property.Rules.OfType<LengthRule>().Where(rule => rule.Limit == Limit.Minimum).Max(rule => (int?)rule.Bound);
        int? maximum = property.Rules.OfType<LengthRule>().Where(rule => rule.Limit == Limit.Maximum).Min(rule => (int?)rule.Bound);
        return !IsText(property) || (minimum is null && maximum is null) ? null
            : $"TextLength({(maximum is null ? "int.MaxValue" : $"{maximum}")}{(minimum is null ? "" : $", MinimumLength = {minimum}")})";
    }

    private static string? Items(PropertySpec property)
    {
        IEnumerable<string> bounds = property.Rules.OfType<CountRule>().GroupBy(rule => rule.Limit)
            .Select(group => $"{group.Key} = {(group.Key == Limit.Minimum ? group.Max(rule => rule.Bound) : group.Min(rule => rule.Bound))}");
        return bounds.Any() ? $"ItemCount({string.Join(", ", bounds)})" : null;
    }

    private static string? Range(PropertySpec property)
    {
        BoundRule? minimum = property.Rules.OfType<BoundRule>().FirstOrDefault(rule => rule.Limit == Limit.Minimum);
        BoundRule? maximum = property.Rules.OfType<BoundRule>().FirstOrDefault(rule => rule.Limit == Limit.Maximum);
        if (minimum is null && maximum is null)
        {
            return null;
        }

        (string low, string high) = (minimum ?? maximum)!.Bound.Kind switch
        {
            TypeKind.Int64 => (minimum is null ? "long.MinValue" : CSharp.Of(minimum.Bound), maximum is null ? "long.MaxValue" : CSharp.Of(maximum.Bound)),
            TypeKind.Double => (minimum is null ? "double.NegativeInfinity" : CSharp.Of(minimum.Bound), maximum is null ? "double.PositiveInfinity" : CSharp.Of(maximum.Bound)),
            _ => (CSharp.Quote(minimum?.Bound.Text ?? ""), CSharp.Quote(maximum?.Bound.Text ?? "")),
        };
        string exclusive = (minimum?.IsExclusive == true ? ", ExclusiveMinimum = true" : "")
            + (maximum?.IsExclusive == true ? ", ExclusiveMaximum = true" : "");
        return $"NumberRange({low}, {high}{exclusive})";
    }

    private static string? Values(PropertySpec property)
    {
        IReadOnlyList<Literal> values = property.Rules
            .Select(rule => rule switch
            {
                KnownRule known => known.Values,
                AllowedRule allowed => allowed.Values,
                ConstantRule constant => [constant.Value],
                _ => [],
            })
            .FirstOrDefault(values => values.Count > 0);
        return values.Count is 0 or > MostValues ? null : $"KnownValues({string.Join(", ", values.Select(CSharp.Of))})";
    }
}
