using System.ComponentModel;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>The keywords of strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StringConstraints
{
    extension(ref SchemaValidationContext context)
    {
        /// <summary><c>minLength</c>, in Unicode code points.</summary>
        public void MinLength(string? value, int minimum, string member = "", string jsonName = "")
        {
            if (value is not null && TextLength.Of(value) < minimum && context.Fails())
            {
                context.Describe(member, jsonName, $"must have at least {SchemaValidationContext.Counted(minimum, "character")}, not {TextLength.Of(value)}");
            }
        }

        /// <summary><c>minLength</c> of a URI as it is written.</summary>
        public void MinLength(Uri? value, int minimum, string member = "", string jsonName = "") =>
            context.MinLength(value?.OriginalString, minimum, member, jsonName);

        /// <summary><c>maxLength</c>, in Unicode code points.</summary>
        public void MaxLength(string? value, int maximum, string member = "", string jsonName = "")
        {
            // No text has more code points than UTF-16 units: most need no count.
            if (value is not null && value.Length > maximum && TextLength.Of(value) > maximum && context.Fails())
            {
                context.Describe(member, jsonName, $"must have at most {SchemaValidationContext.Counted(maximum, "character")}, not {TextLength.Of(value)}");
            }
        }

        /// <summary><c>maxLength</c> of a URI as it is written.</summary>
        public void MaxLength(Uri? value, int maximum, string member = "", string jsonName = "") =>
            context.MaxLength(value?.OriginalString, maximum, member, jsonName);

        /// <summary>
        /// <c>pattern</c>, made by <see cref="EcmaPattern"/>. A match that takes longer than a second is a failure, and so is a
        /// pattern for which the matches before it left no time: one validation has two seconds for all.
        /// </summary>
        public void Pattern(string? value, Regex pattern, string member = "", string jsonName = "")
        {
            if (value is not null && !context.IsMatch(value, pattern, member, jsonName) && context.Fails())
            {
                context.Describe(member, jsonName, $"must match the pattern {pattern}");
            }
        }

        /// <summary><c>pattern</c> of a URI as it is written.</summary>
        public void Pattern(Uri? value, Regex pattern, string member = "", string jsonName = "") =>
            context.Pattern(value?.OriginalString, pattern, member, jsonName);
    }
}
