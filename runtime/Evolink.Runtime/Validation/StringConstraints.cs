using System.ComponentModel;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>The keywords of strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StringConstraints
{
    /// <summary><c>minLength</c>, in Unicode code points.</summary>
    public static void MinLength(this ref SchemaValidationContext context, string? value, int minimum, string member = "", string jsonName = "")
    {
        if (value is not null && TextLength.Count(value) is int length && length < minimum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at least {SchemaValidationContext.Counted(minimum, "character")}, not {length}");
        }
    }

    /// <summary><c>minLength</c> of a URI as it is written.</summary>
    public static void MinLength(this ref SchemaValidationContext context, Uri? value, int minimum, string member = "", string jsonName = "") =>
        context.MinLength(value?.OriginalString, minimum, member, jsonName);

    /// <summary><c>maxLength</c>, in Unicode code points.</summary>
    public static void MaxLength(this ref SchemaValidationContext context, string? value, int maximum, string member = "", string jsonName = "")
    {
        // No text has more code points than UTF-16 units: most need no count.
        if (value is not null && value.Length > maximum && TextLength.Count(value) is int length && length > maximum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at most {SchemaValidationContext.Counted(maximum, "character")}, not {length}");
        }
    }

    /// <summary><c>maxLength</c> of a URI as it is written.</summary>
    public static void MaxLength(this ref SchemaValidationContext context, Uri? value, int maximum, string member = "", string jsonName = "") =>
        context.MaxLength(value?.OriginalString, maximum, member, jsonName);

    /// <summary>
    /// <c>pattern</c>, made by <see cref="EcmaPattern"/>. A match that takes longer than a second is a failure, and so is a
    /// pattern for which the matches before it left no time: one validation has two seconds for all.
    /// </summary>
    public static void Pattern(this ref SchemaValidationContext context, string? value, Regex pattern, string member = "", string jsonName = "")
    {
        if (value is not null && !context.IsMatch(value, pattern, member, jsonName) && context.Fails())
        {
            context.Describe(member, jsonName, $"must match the pattern {pattern}");
        }
    }

    /// <summary><c>pattern</c> of a URI as it is written.</summary>
    public static void Pattern(this ref SchemaValidationContext context, Uri? value, Regex pattern, string member = "", string jsonName = "") =>
        context.Pattern(value?.OriginalString, pattern, member, jsonName);

    /// <summary><c>x-evolink-size</c>: the limits of a text that is a size in pixels, such as <c>1280x720</c>. Any other text passes.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="value">The text.</param>
    /// <param name="member">The C# name.</param>
    /// <param name="jsonName">The JSON name.</param>
    /// <param name="multipleOf">What width and height are multiples of; null for any.</param>
    /// <param name="minSide">The least width and height, in pixels; null for none.</param>
    /// <param name="maxSide">The largest width and height, in pixels; null for none.</param>
    /// <param name="minPixels">The least width × height; null for none.</param>
    /// <param name="maxPixels">The largest width × height; null for none.</param>
    /// <param name="minAspect">The least width for a height of 1; null for none.</param>
    /// <param name="maxAspect">The largest width for a height of 1; null for none.</param>
    public static void PixelSize(
        this ref SchemaValidationContext context, string? value, string member = "", string jsonName = "", int? multipleOf = null, int? minSide = null, int? maxSide = null,
        long? minPixels = null, long? maxPixels = null, decimal? minAspect = null, decimal? maxAspect = null)
    {
        PixelSizeLimits limits = new(multipleOf, minSide, maxSide, minPixels, maxPixels, minAspect, maxAspect);
        if (value is not null && Runtime.Validation.PixelSize.Problem(value, limits) is { } problem && context.Fails())
        {
            context.Describe(member, jsonName, problem);
        }
    }
}
