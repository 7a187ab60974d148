using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation.Attributes;

namespace Evolink;

/// <summary>
/// A pattern as JSON Schema means it: ECMA-262, found anywhere in the text unless it is anchored, within a second. The
/// stock attribute takes .NET's flavour and the whole text. An unset value passes.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
[SuppressMessage("Design", "CA1019", Justification = "The base class has the accessor, Pattern.")]
public sealed class PatternAttribute : RegularExpressionAttribute
{
    private Regex? _regex;

    /// <summary>Takes a pattern in ECMA-262's flavour.</summary>
    public PatternAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
        : base(pattern) =>
        MatchTimeoutInMilliseconds = (int)EcmaPattern.MatchTimeout.TotalMilliseconds;

    /// <inheritdoc/>
    public override bool IsValid(object? value)
    {
        if (AttributeValue.Text(value) is not { } text)
        {
            return true;
        }

        try
        {
            return (_regex ??= EcmaPattern.Create(Pattern)).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // The base would compile the pattern as .NET's flavour first.
    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, Pattern);
}
