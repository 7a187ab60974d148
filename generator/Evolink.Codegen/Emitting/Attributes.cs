using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>The DataAnnotations attributes that say to IDEs, forms and ASP.NET what the generated validation checks.</summary>
internal static class Attributes
{
    private const int MostValues = 64;

    public static IEnumerable<string> List(PropertyModel property)
    {
        // A required property that may be null is sent as null where it is not set.
        if (property.IsRequired && !property.WritesNull)
        {
            // To the stock attribute a struct is always there.
            yield return property.Type.Kind is TypeKind.Value or TypeKind.Json
                ? $"[{TypeNames.Runtime}RequiredValue]"
                : $"[{TypeNames.Annotations}Required(AllowEmptyStrings = true)]";
        }

        string?[] attributes = [Lengths(property), Range(property), Items(property), Values(property), Pattern(property), PixelSize(property), Url(property)];
        foreach (string? attribute in attributes)
        {
            if (attribute is not null)
            {
                yield return $"[{TypeNames.Runtime}{attribute}]";
            }
        }
    }

    /// <summary>The attributes of texts know nothing of how a date or a UUID is written.</summary>
    private static bool IsText(PropertyModel property) => property.Type.Kind is TypeKind.String or TypeKind.Text or TypeKind.Uri;

    private static string? Pattern(PropertyModel property) =>
        !IsText(property) ? null : property.Constraints.OfType<PatternConstraint>().FirstOrDefault() is { } constraint ? $"Pattern({CSharp.Quote(constraint.Pattern)})" : null;

    private static string? PixelSize(PropertyModel property) =>
        property.Constraints.OfType<PixelSizeConstraint>().FirstOrDefault() is { } size ? $"PixelSize({PixelSizes.Properties(size)})" : null;

    private static string? Url(PropertyModel property) => property.Constraints.OfType<CallbackUrlConstraint>().Any() ? "CallbackUrl"
        : property.Constraints.OfType<MediaUrlConstraint>().Any() ? "MediaUrl" : null;

    private static string? Lengths(PropertyModel property)
    {
        int? minimum = property.Constraints.OfType<MinLengthConstraint>().Max(constraint => (int?)constraint.Bound);
        int? maximum = property.Constraints.OfType<MaxLengthConstraint>().Min(constraint => (int?)constraint.Bound);
        return !IsText(property) || (minimum is null && maximum is null) ? null
            : $"TextLength({(maximum is null ? "int.MaxValue" : $"{maximum}")}{(minimum is null ? "" : $", MinimumLength = {minimum}")})";
    }

    private static string? Items(PropertyModel property)
    {
        int? minimum = Highest(property.Constraints.OfType<MinItemsConstraint>().Select(constraint => constraint.Bound)
            .Concat(property.Constraints.OfType<MinPropertiesConstraint>().Select(constraint => constraint.Bound)));
        int? maximum = Lowest(property.Constraints.OfType<MaxItemsConstraint>().Select(constraint => constraint.Bound)
            .Concat(property.Constraints.OfType<MaxPropertiesConstraint>().Select(constraint => constraint.Bound)));
        string[] bounds = [.. minimum is null ? [] : new[] { $"Minimum = {minimum}" }, .. maximum is null ? [] : new[] { $"Maximum = {maximum}" }];
        return bounds.Length > 0 ? $"ItemCount({string.Join(", ", bounds)})" : null;
    }

    private static int? Highest(IEnumerable<int> bounds) => bounds.Max(bound => (int?)bound);

    private static int? Lowest(IEnumerable<int> bounds) => bounds.Min(bound => (int?)bound);

    private static string? Range(PropertyModel property)
    {
        BoundConstraint? minimum = property.Constraints.OfType<BoundConstraint>().FirstOrDefault(constraint => constraint.Limit == Limit.Minimum);
        BoundConstraint? maximum = property.Constraints.OfType<BoundConstraint>().FirstOrDefault(constraint => constraint.Limit == Limit.Maximum);
        if (minimum is null && maximum is null)
        {
            return null;
        }

        (string low, string high) = (minimum ?? maximum)!.Bound.Kind switch
        {
            TypeKind.Int64 => (minimum is null ? "long.MinValue" : CSharp.Format(minimum.Bound), maximum is null ? "long.MaxValue" : CSharp.Format(maximum.Bound)),
            TypeKind.Double => (minimum is null ? "double.NegativeInfinity" : CSharp.Format(minimum.Bound), maximum is null ? "double.PositiveInfinity" : CSharp.Format(maximum.Bound)),
            _ => (CSharp.Quote(minimum?.Bound.Text ?? ""), CSharp.Quote(maximum?.Bound.Text ?? "")),
        };
        string exclusive = (minimum?.IsExclusive == true ? ", ExclusiveMinimum = true" : "")
            + (maximum?.IsExclusive == true ? ", ExclusiveMaximum = true" : "");
        return $"NumberRange({low}, {high}{exclusive})";
    }

    private static string? Values(PropertyModel property)
    {
        IReadOnlyList<Literal> values = property.Constraints
            .Select(constraint => constraint switch
            {
                EnumConstraint listed => listed.Values,
                ConstConstraint constant => [constant.Value],
                _ => [],
            })
            .FirstOrDefault(values => values.Count > 0);
        return values.Count is 0 or > MostValues ? null : $"KnownValues({string.Join(", ", values.Select(CSharp.Format))})";
    }
}
