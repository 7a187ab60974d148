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
        if (value is not null && TextLength.Count(value) < minimum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at least {SchemaValidationContext.Counted(minimum, "character")}, not {TextLength.Count(value)}");
        }
    }

    /// <summary><c>minLength</c> of a URI as it is written.</summary>
    public static void MinLength(this ref SchemaValidationContext context, Uri? value, int minimum, string member = "", string jsonName = "") =>
        context.MinLength(value?.OriginalString, minimum, member, jsonName);

    /// <summary><c>maxLength</c>, in Unicode code points.</summary>
    public static void MaxLength(this ref SchemaValidationContext context, string? value, int maximum, string member = "", string jsonName = "")
    {
        // No text has more code points than UTF-16 units: most need no count.
        if (value is not null && value.Length > maximum && TextLength.Count(value) > maximum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at most {SchemaValidationContext.Counted(maximum, "character")}, not {TextLength.Count(value)}");
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
}
