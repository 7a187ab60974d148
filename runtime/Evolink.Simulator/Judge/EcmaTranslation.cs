using System.Globalization;
using System.Text;

namespace Evolink.Judge;

/// <summary>Rewrites what means something else to .NET: <c>$</c>, <c>.</c>, the classes <c>\d \w \s</c>, <c>\u{…}</c> and long names in <c>\p{…}</c>.</summary>
internal static class EcmaTranslation
{
    private const string Digits = "0-9";
    private const string WordLetters = "A-Za-z0-9_";
    private const string Spaces = @"\t\n\v\f\r\u2028\u2029\uFEFF\p{Zs}";

    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L", ["Lowercase_Letter"] = "Ll", ["Uppercase_Letter"] = "Lu", ["Titlecase_Letter"] = "Lt", ["Modifier_Letter"] = "Lm",
        ["Other_Letter"] = "Lo", ["Mark"] = "M", ["Nonspacing_Mark"] = "Mn", ["Spacing_Mark"] = "Mc", ["Enclosing_Mark"] = "Me",
        ["Number"] = "N", ["Decimal_Number"] = "Nd", ["Letter_Number"] = "Nl", ["Other_Number"] = "No", ["digit"] = "Nd",
        ["Punctuation"] = "P", ["punct"] = "P", ["Symbol"] = "S", ["Math_Symbol"] = "Sm", ["Currency_Symbol"] = "Sc",
        ["Separator"] = "Z", ["Space_Separator"] = "Zs", ["Control"] = "Cc", ["Other"] = "C",
    };

    public static string ToDotNet(string pattern)
    {
        StringBuilder output = new(pattern.Length + 16);
        bool inClass = false;
        for (int index = 0; index < pattern.Length; index++)
        {
            char letter = pattern[index];
            if (letter == '\\' && index + 1 < pattern.Length) index = Escape(pattern, index + 1, inClass, output);
            else if (inClass && letter == '[') output.Append(@"\["); // .NET would read a class subtraction.
            else if (!inClass && letter == '$') output.Append(@"\z");
            else if (!inClass && letter == '.') output.Append(@"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\r\u2028\u2029])");
            else output.Append(letter);

            if (letter == '[' && !inClass) inClass = true;
            else if (letter == ']') inClass = false;
        }
        return output.ToString();
    }

    /// <summary>Writes the escape whose letter is at <paramref name="index"/>; returns the index of its last character.</summary>
    private static int Escape(string pattern, int index, bool inClass, StringBuilder output)
    {
        switch (pattern[index])
        {
            case 'd': output.Append(inClass ? Digits : $"[{Digits}]"); break;
            case 'w': output.Append(inClass ? WordLetters : $"[{WordLetters}]"); break;
            case 's': output.Append(inClass ? Spaces : $"[{Spaces}]"); break;
            case 'D' when !inClass: output.Append($"[^{Digits}]"); break;
            case 'W' when !inClass: output.Append($"[^{WordLetters}]"); break;
            case 'S' when !inClass: output.Append($"[^{Spaces}]"); break;
            case '/' or '-': output.Append('\\').Append(pattern[index]); break;
            case 'u' when Braced(pattern, index) is { } hex && TryCodePoint(hex, out string text):
                foreach (char unit in text) output.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
                return index + hex.Length + 2;
            case 'p' or 'P' when Braced(pattern, index) is { } name:
                string category = name.StartsWith("General_Category=", StringComparison.Ordinal) ? name[17..] : name.StartsWith("gc=", StringComparison.Ordinal) ? name[3..] : name;
                output.Append('\\').Append(pattern[index]).Append('{').Append(Categories.GetValueOrDefault(category, category)).Append('}');
                return index + name.Length + 2;
            default: output.Append('\\').Append(pattern[index]); break;
        }
        return index;
    }

    private static string? Braced(string pattern, int letter)
    {
        if (letter + 1 >= pattern.Length || pattern[letter + 1] != '{') return null;
        int end = pattern.IndexOf('}', letter);
        return end < 0 ? null : pattern[(letter + 2)..end];
    }

    private static bool TryCodePoint(string hex, out string text)
    {
        bool valid = int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) && Rune.IsValid(value);
        text = valid ? new Rune(value).ToString() : "";
        return valid;
    }
}
