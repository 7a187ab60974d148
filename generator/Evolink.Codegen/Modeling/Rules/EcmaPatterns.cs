using System;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Modeling.Rules;

/// <summary>Looks at a pattern before it is emitted, so that a broken one is reported where it stands.</summary>
internal static class EcmaPatterns
{
    /// <summary>What ECMA-262 can write and .NET cannot; the runtime translates it, here something valid stands for it.</summary>
    private static readonly Regex OnlyEcma = new(@"\\u\{[0-9A-Fa-f]+\}|\[\^?\]|\\/|\\-", RegexOptions.CultureInvariant);

    /// <summary>Why the pattern cannot be used; null where it can.</summary>
    public static string? Problem(string pattern)
    {
        try
        {
            // Only parsed, never matched: a catastrophic pattern costs nothing here and a time-out at run time.
            _ = new Regex(OnlyEcma.Replace(pattern, "-"), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}
