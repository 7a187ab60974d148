using System.Globalization;
using System.Text;

namespace Evolink.Runtime.Text;

/// <summary>Makes text of a server fit for a line of a log or of a message.</summary>
/// <remarks>
/// A line break would forge a line of a log, an escape sequence colours or clears a console, and a bidi override shows a text in another
/// order than it is read in. All of them are shown as <c>\u001B</c>, so that nobody wonders where they went.
/// </remarks>
internal static class PrintableText
{
    /// <summary>The text with everything escaped that is not printable.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxCharacters">How much of it is shown; the rest becomes an ellipsis.</param>
    public static string Escape(string text, int maxCharacters = 1024)
    {
        bool isShort = text.Length <= maxCharacters;
        if (isShort && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;

        StringBuilder printable = new(Math.Min(text.Length, maxCharacters) + 8);
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            length += rune.Utf16SequenceLength;
            if (length > maxCharacters) break;
            if (IsPrintable(rune)) printable.Append(rune.ToString());
            else printable.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return isShort ? printable.ToString() : printable.Append('…').ToString();
    }

    /// <summary>As <see cref="Escape"/>, with line breaks and tabs as spaces: for prose, which may have lines.</summary>
    public static string EscapeLine(string text, int maxCharacters) => Escape(text.ReplaceLineEndings(" ").Replace('\t', ' '), maxCharacters);

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
