using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Modeling.Rules;

/// <summary>
/// Looks at a pattern before it is emitted, so that a broken one is reported where it stands. What passes must be a pattern
/// to the runtime: there it is made when the request's type is first used, where nothing may fail.
/// </summary>
internal static class EcmaPatterns
{
    /// <summary>What ECMA-262 can write and .NET cannot; the runtime translates it, here something valid stands for it.</summary>
    private static readonly Regex OnlyEcma = new(@"\\u\{[0-9A-Fa-f]+\}|\\[pP]\{[A-Za-z_=]+\}|\[\^?\]|\\/|\\-", RegexOptions.CultureInvariant);

    /// <summary>An escape of ECMA-262 with the <c>u</c> flag, from its backslash on. .NET has more, with meanings of its own.</summary>
    private static readonly Regex Escape = new(
        @"\G\\([dDwWsSbBfnrtv1-9^$\\.*+?()\[\]{}|/-]|0(?![0-9])|c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{(?<point>[0-9A-Fa-f]+)\}|[pP]\{(?<property>[^}]*)\}|k<)",
        RegexOptions.CultureInvariant);

    private static readonly Regex Group = new(@"\G\(\?(:|=|!|<=|<!|<[\p{L}_$])", RegexOptions.CultureInvariant);

    /// <summary>The properties that the runtime knows.</summary>
    private static readonly HashSet<string> UnicodeProperties = new(
        ("Any ASCII L Letter M Mark N Number Z Separator C Other P Punctuation S Symbol Lu Uppercase_Letter Ll Lowercase_Letter "
        + "Lt Titlecase_Letter Lm Modifier_Letter Lo Other_Letter Mn Nonspacing_Mark Mc Spacing_Mark Me Enclosing_Mark Nd Decimal_Number "
        + "Nl Letter_Number No Other_Number Zs Space_Separator Zl Line_Separator Zp Paragraph_Separator Cc Control Cf Format Cs Surrogate "
        + "Co Private_Use Pc Connector_Punctuation Pd Dash_Punctuation Ps Open_Punctuation Pe Close_Punctuation Pi Initial_Punctuation "
        + "Pf Final_Punctuation Po Other_Punctuation Sm Math_Symbol Sc Currency_Symbol Sk Modifier_Symbol So Other_Symbol Cn Unassigned")
        .Split(' ').SelectMany(name => new[] { name, "gc=" + name, "General_Category=" + name }), StringComparer.Ordinal);

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
                case '\\' when Escape.Match(pattern, i).Groups["property"] is { Success: true } property && !UnicodeProperties.Contains(property.Value):
                    return $"the property '{property.Value}' is none of the general categories, which are what is supported.";
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
