using System.Globalization;
using System.Text;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Makes a name that someone else proposed harmless: it leads out of no folder, means nothing to a system and fits every file system.</summary>
internal static class SafeFileName
{
    /// <summary>What file systems allow, in bytes of UTF-8.</summary>
    public const int MaxBytes = 255;

    private const int ZeroWidthJoiner = 0x200D;

    private static readonly HashSet<string> s_devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The name with every unsafe character as <c>_</c>; empty where nothing usable is left.</summary>
    public static string From(string proposed)
    {
        StringBuilder text = new(proposed.Length);
        foreach (Rune rune in proposed.EnumerateRunes()) text.Append(IsHarmless(rune) ? rune.ToString() : "_");
        string name = text.ToString().Trim(' ', '.');

        // The endings of unfinished downloads: a finished file of such a name would be taken for one.
        if (name.EndsWith(".part", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".part.json", StringComparison.OrdinalIgnoreCase)) name += "_";
        return s_devices.Contains(name.Split('.')[0].TrimEnd()) ? "_" + name : name;
    }

    /// <summary>A stem and what must follow it, with as much of the stem as fits; no character is cut in half.</summary>
    public static string Fit(string stem, string ending)
    {
        int room = MaxBytes - Encoding.UTF8.GetByteCount(ending);
        return Encoding.UTF8.GetByteCount(stem) <= room ? stem + ending : Cut(stem, room).TrimEnd(' ', '.') + ending;
    }

    private static string Cut(string text, int maxBytes)
    {
        int length = 0, bytes = 0;
        while (length < text.Length)
        {
            int next = StringInfo.GetNextTextElementLength(text, length);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(length, next));
            if (bytes > maxBytes) break;
            length += next;
        }

        return length > 0 ? text[..length] : CutRunes(text, maxBytes);
    }

    // One character under so many marks that it alone does not fit.
    private static string CutRunes(string text, int maxBytes)
    {
        StringBuilder cut = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            maxBytes -= rune.Utf8SequenceLength;
            if (maxBytes < 0) break;
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }

    // Letters and digits of all scripts, their marks and emoji. No control characters, no marks of direction, no separators of any system.
    private static bool IsHarmless(Rune rune) =>
        rune.Value is '-' or '_' or '.' or ' ' or '(' or ')' or ZeroWidthJoiner
        || (rune != Rune.ReplacementChar && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherSymbol || IsEmojiModifier(rune)));

    private static bool IsEmojiModifier(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;
}
