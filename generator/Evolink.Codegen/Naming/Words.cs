using System.Globalization;
using System.Text;

namespace Evolink.Codegen.Naming;

/// <summary>
/// Turns any text of a specification into the words of a C# name: a run of characters that no identifier can hold
/// separates words, each word gets a capital, and a separator between two digits becomes an underscore.
/// </summary>
internal static class Words
{
    /// <summary><c>film-2.5-draft</c> becomes <c>Film2_5Draft</c>. Empty where no character can stand in a name.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length);
        bool separated = true;
        foreach (char c in text)
        {
            if (!CanStandInName(c, atStart: separated))
            {
                separated = true;
                continue;
            }

            if (separated && name.Length > 0 && char.IsDigit(c) && char.IsDigit(name[name.Length - 1]))
            {
                name.Append('_');
            }

            name.Append(separated ? char.ToUpperInvariant(c) : c);
            separated = false;
        }

        return name.ToString();
    }

    /// <summary>A name for a type or member: never empty, never with a digit first.</summary>
    public static string Identifier(string text, string whenEmpty)
    {
        string name = Pascal(SpellSign(text));
        return name.Length == 0 ? whenEmpty : char.IsDigit(name[0]) ? "_" + name : name;
    }

    /// <summary>A name for a parameter: as <see cref="Identifier"/>, but with a small first letter.</summary>
    public static string Parameter(string text, string whenEmpty)
    {
        string name = Identifier(text, whenEmpty);
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>The last word of a text: <c>aspect_ratio</c> gives <c>Ratio</c>.</summary>
    public static string Last(string text)
    {
        int end = text.Length;
        while (end > 0 && !CanStandInName(text[end - 1], atStart: true))
        {
            end--;
        }

        int start = end;
        while (start > 0 && CanStandInName(text[start - 1], atStart: false))
        {
            start--;
        }

        string word = Pascal(text.Substring(start, end - start));
        int capital = word.Length - 1;
        while (capital > 0 && !char.IsUpper(word[capital]))
        {
            capital--;
        }

        // In camelCase the last capital begins the last word; an acronym is one word.
        return capital > 0 && char.IsLower(word[capital - 1]) ? word.Substring(capital) : word;
    }

    /// <summary><c>+1</c> and <c>-1</c> differ by what no name can hold.</summary>
    private static string SpellSign(string text) => text.Length > 1 && text[0] is ('+' or '-') && char.IsDigit(text[1])
        ? (text[0] == '+' ? "Plus" : "Minus") + text.Remove(0, 1)
        : text;

    private static bool CanStandInName(char c, bool atStart) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber => true,
        // Vowel signs of many scripts: part of a word, never its beginning.
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !atStart,
        _ => false,
    };
}
