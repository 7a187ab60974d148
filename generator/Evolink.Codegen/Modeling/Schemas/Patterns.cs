using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Modeling.Schemas;

/// <summary>Tries the patterns of a specification while code is generated.</summary>
internal static class Patterns
{
    /// <summary>What is tried is short; a pattern that needs longer is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>The texts that match; none where the pattern is invalid or takes too long.</summary>
    public static List<string> Matching(string pattern, IReadOnlyCollection<string> texts)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
            return texts.Where(text => regex.IsMatch(text)).ToList();
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return [];
        }
    }
}
