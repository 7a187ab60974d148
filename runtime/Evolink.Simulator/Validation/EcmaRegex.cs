using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation.Patterns;

namespace Evolink.Simulation.Validation;

/// <summary>ECMA-262 patterns, as JSON Schema has them, run by .NET's engine.</summary>
internal static class EcmaRegex
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);

    // Patterns come from specs, never from requests: the cache is as large as the specs.
    private static readonly ConcurrentDictionary<string, Regex?> s_cache = new(StringComparer.Ordinal);

    /// <summary>The pattern, or null if it is no regular expression: then it constrains nothing.</summary>
    public static Regex? For(string pattern) => s_cache.GetOrAdd(pattern, static text =>
    {
        try
        {
            return new Regex(PatternTranslator.Translate(text), RegexOptions.CultureInvariant, s_timeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    });
}
