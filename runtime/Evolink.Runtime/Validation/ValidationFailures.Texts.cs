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

    /// <summary><c>pattern</c>, made by <see cref="EcmaPattern"/>. A pattern that takes too long counts as a failure.</summary>
    public void Pattern(string? value, Regex pattern, string member, string jsonName)
    {
        try
        {
            if (value is not null && !pattern.IsMatch(value) && Fails())
            {
                Describe(member, jsonName, $"must match the pattern {pattern}");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            Add(member, jsonName, FormattableString.Invariant($"must match the pattern {pattern}, which took longer than {pattern.MatchTimeout.TotalSeconds} s to try"));
        }
    }

    /// <summary><c>pattern</c> of a URI as it is written.</summary>
    public void Pattern(Uri? value, Regex pattern, string member, string jsonName) =>
        Pattern(value?.OriginalString, pattern, member, jsonName);
}
