using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Modeling.Rules;

/// <summary>
/// Looks at a pattern before it is emitted, so that a broken one is reported where it stands. What passes must be a pattern
/// to the runtime: there it is made when the request's type is first used, where nothing may fail.
/// </summary>
internal static class EcmaPatterns
{
    /// <summary>What ECMA-262 can write and .NET cannot; the runtime translates it, here something valid stands for it.</summary>
    private static readonly Regex OnlyEcma = new(@"\\u\{[0-9A-Fa-f]+\}|\[\^?\]|\\/|\\-", RegexOptions.CultureInvariant);

    /// <summary>An escape of ECMA-262 with the <c>u</c> flag, from its backslash on. .NET has more, with meanings of its own.</summary>
    private static readonly Regex Escape = new(
        @"\G\\([dDwWsSbBfnrtv1-9^$\\.*+?()\[\]{}|/-]|0(?![0-9])|c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{(?<point>[0-9A-Fa-f]+)\}|[pP]\{|k<)",
        RegexOptions.CultureInvariant);

    private static readonly Regex Group = new(@"\G\(\?(:|=|!|<=|<!|<[\p{L}_$])", RegexOptions.CultureInvariant);

    /// <summary>Why the pattern cannot be used; null where it can.</summary>
    public static string? Problem(string pattern)
    {
        try
        {
            // Only parsed, never matched: a catastrophic pattern costs nothing here and a time-out at run time.
            _ = new Regex(OnlyEcma.Replace(pattern, "-"), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return OnlyDotNet(pattern);
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>What .NET takes and ECMA-262 does not know: inline options, atomic groups, anchors of its own.</summary>
    private static string? OnlyDotNet(string pattern)
    {
        bool isInClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\' when Escape.Match(pattern, i) is not { Success: true } escape || IsBeyondUnicode(escape.Groups["point"].Value):
                    return $"ECMA-262 knows no such escape at character {i + 1}.";
                case '\\':
                    i++;
                    break;
                case '(' when !isInClass && i + 1 < pattern.Length && pattern[i + 1] == '?' && !Group.IsMatch(pattern, i):
                    return $"ECMA-262 knows no such group at character {i + 1}.";
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
            }
        }

        return null;
    }

    private static bool IsBeyondUnicode(string digits) => digits.TrimStart('0') is { Length: > 0 } point
        && (point.Length > 6 || int.Parse(point, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) > 0x10FFFF);
}
