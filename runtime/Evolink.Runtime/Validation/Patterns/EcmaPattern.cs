using System.ComponentModel;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation.Patterns;

namespace Evolink;

/// <summary>
/// Regular expressions as JSON Schema means them: ECMA-262 with the <c>u</c> flag. .NET's flavour reads the same text
/// differently: <c>$</c> matches before a last newline, <c>\d</c> any script's digits, <c>.</c> half of an emoji.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EcmaPattern
{
    /// <summary>How long one match may take; a longer one counts as a failure.</summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    // For all patterns that one validation tries: a thousand items that take a second each would hold a thread for minutes.
    internal static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Makes a .NET expression of an ECMA-262 one. Its <see cref="object.ToString"/> gives the pattern as it was written.
    /// </summary>
    /// <exception cref="ArgumentException">It is no ECMA-262 expression, or uses what .NET has no table for (<c>\p{Script=…}</c>).</exception>
    public static Regex Create(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new EcmaRegex(pattern);
    }

    private sealed class EcmaRegex(string source)
        : Regex(PatternTranslator.Translate(source), RegexOptions.CultureInvariant, EcmaPattern.MatchTimeout)
    {
        private readonly string _source = source;

        public override string ToString() => _source;
    }
}
