using System.Text.RegularExpressions;

namespace Evolink;

public partial struct ValidationFailures
{
    /// <summary><c>minLength</c>, in Unicode code points.</summary>
    public void MinLength(string? value, int minimum, string member, string jsonName)
    {
        if (value is not null && TextLength.Of(value) < minimum && Fails())
        {
            Describe(member, jsonName, $"must have at least {Counted(minimum, "character")}, not {TextLength.Of(value)}");
        }
    }

    /// <summary><c>minLength</c> of a URI as it is written.</summary>
    public void MinLength(Uri? value, int minimum, string member, string jsonName) =>
        MinLength(value?.OriginalString, minimum, member, jsonName);

    /// <summary><c>maxLength</c>, in Unicode code points.</summary>
    public void MaxLength(string? value, int maximum, string member, string jsonName)
    {
        // No text has more code points than UTF-16 units: most need no count.
        if (value is not null && value.Length > maximum && TextLength.Of(value) > maximum && Fails())
        {
            Describe(member, jsonName, $"must have at most {Counted(maximum, "character")}, not {TextLength.Of(value)}");
        }
    }

    /// <summary><c>maxLength</c> of a URI as it is written.</summary>
    public void MaxLength(Uri? value, int maximum, string member, string jsonName) =>
        MaxLength(value?.OriginalString, maximum, member, jsonName);

    /// <summary>
    /// <c>pattern</c>, made by <see cref="EcmaPattern"/>. A match that takes longer than a second is a failure, and so is a
    /// pattern for which the matches before it left no time: one validation has two seconds for all.
    /// </summary>
    public void Pattern(string? value, Regex pattern, string member, string jsonName)
    {
        if (value is not null && !IsMatch(value, pattern, member, jsonName) && Fails())
        {
            Describe(member, jsonName, $"must match the pattern {pattern}");
        }
    }

    // A failure of its own where there is no time to tell; nothing more is to be said of the text then.
    private bool IsMatch(string text, Regex pattern, string member, string jsonName, bool otherwise = true)
    {
        if (_limits.IsMatch(text, pattern) is bool isMatch)
        {
            return isMatch;
        }

        GiveUp(member, jsonName);
        return otherwise;
    }

    /// <summary><c>pattern</c> of a URI as it is written.</summary>
    public void Pattern(Uri? value, Regex pattern, string member, string jsonName) =>
        Pattern(value?.OriginalString, pattern, member, jsonName);
}
