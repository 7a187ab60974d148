using System.Globalization;
using System.Text;

namespace Evolink.Codegen.Patterns;

/// <summary>Reads the names of groups, which are identifiers of ECMA-262.</summary>
internal sealed class GroupNameParser(PatternReader reader, CharacterParser characters)
{
    /// <summary>What <c>&lt;name&gt;</c> says that is next; null where there is no such thing.</summary>
    public string? Next()
    {
        if (!reader.Take('<'))
        {
            return null;
        }

        var name = new StringBuilder();
        while (!reader.Take('>'))
        {
            if (reader.IsAtEnd || characters.NameCodePoint() is not { } codePoint || !IsPartOfName(codePoint, isFirst: name.Length == 0))
            {
                return null;
            }

            name.Append(char.ConvertFromUtf32(codePoint));
        }

        return name.Length == 0 ? null : name.ToString();
    }

    private static bool IsPartOfName(int codePoint, bool isFirst)
    {
        if (codePoint is '$' or '_')
        {
            return true;
        }

        // Half a surrogate pair is no character.
        if (codePoint is >= 0xD800 and <= 0xDFFF)
        {
            return false;
        }

        // Zero-width joiners are parts of words in some scripts.
        return CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation => !isFirst,
            _ => !isFirst && codePoint is (0x200C or 0x200D),
        };
    }
}
