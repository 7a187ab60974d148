using System.Globalization;
using System.Text;

namespace Evolink.Runtime.Text;

/// <summary>A server's text for a message of ours: printable, short, without the key.</summary>
internal static class ServerText
{
    private const int MaxCharacters = 200;

    public static string? Shorten(string text, string apiKey)
    {
        StringBuilder words = new();

        // The key is out before anything is cut, so that no half of it stays.
        foreach (Rune rune in MaskedKey.Remove(text, apiKey).EnumerateRunes())
        {
            bool isPrintable = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            if (isPrintable && rune.Value != ' ') words.Append(rune.ToString());
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
            if (words.Length >= MaxCharacters) break;
        }

        string trimmed = words.ToString().Trim(' ', '.');
        return trimmed.Length > 0 ? trimmed : null;
    }
}
