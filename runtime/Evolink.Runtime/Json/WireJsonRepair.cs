using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Evolink.Runtime.Json;

/// <summary>Rewrites what writers of JSON get wrong: halves of surrogate pairs, raw control characters, unknown escapes, NaN and Infinity.</summary>
internal static class WireJsonRepair
{
    private static readonly SearchValues<byte> s_endsOfRun = SearchValues.Create([.. Controls, (byte)'"', (byte)'\\']);
    private static readonly SearchValues<byte> s_suspects = SearchValues.Create([.. Controls.Except("\t\r\n"u8.ToArray()), (byte)'"', .. "NI-"u8, .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    private static readonly SearchValues<byte> s_quotesAndNoise = SearchValues.Create([(byte)'"', .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    private static IEnumerable<byte> Controls => Enumerable.Range(0, 0x20).Select(value => (byte)value);

    /// <summary>Repairs valid UTF-8. What cannot be JSON in any reading is left for the reader to refuse.</summary>
    public static byte[] Repair(ReadOnlySpan<byte> text)
    {
        ArrayBufferWriter<byte> repaired = new(text.Length + 16);
        bool isString = false;
        while (!text.IsEmpty)
        {
            int length = isString ? InString(text, repaired) : Outside(text, repaired);
            if (text[0] == (byte)'"') isString = !isString;
            text = text[length..];
        }

        return repaired.WrittenSpan.ToArray();
    }

    /// <summary>Whether every escape is one that JSON has, and no half of a surrogate pair.</summary>
    public static bool AreEscapesGood(ReadOnlySpan<byte> text)
    {
        for (int at; (at = text.IndexOf((byte)'\\')) >= 0;)
        {
            int length = EscapeLength(text[at..]);
            if (length == 0) return false;
            text = text[(at + length)..];
        }

        return true;
    }

    /// <summary>Whether a control character stands where none may. Line breaks and tabs between members, as in JSON that is laid out for people, may.</summary>
    public static bool HasRawControls(ReadOnlySpan<byte> text)
    {
        bool isString = false;
        for (int at; (at = text.IndexOfAny(s_endsOfRun)) >= 0;)
        {
            byte found = text[at];
            if (found == (byte)'"') isString = !isString;
            else if (found != (byte)'\\' && (isString || found is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))) return true;

            // What is escaped ends no string.
            text = text[Math.Min(text.Length, at + (found == (byte)'\\' && isString ? 2 : 1))..];
        }

        return false;
    }

    /// <summary>Whether something that is no ASCII stands outside the strings: a blank that cannot be seen, such as U+00A0 or U+200B.</summary>
    public static bool HasNoise(ReadOnlySpan<byte> text)
    {
        for (int at; (at = text.IndexOfAny(s_quotesAndNoise)) >= 0;)
        {
            if (text[at] != (byte)'"') return true;
            text = text[(at + 1)..];
            if (StringLength(text) is not { } length) return false;
            text = text[length..];
        }

        return false;
    }

    // Up to the quote that ends it, inclusive; null where the text ends first.
    private static int? StringLength(ReadOnlySpan<byte> text)
    {
        for (int at = 0; text[at..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var next;)
        {
            at += next + 1;
            if (text[at - 1] == (byte)'"') return at;
            if (at++ == text.Length) return null;
        }

        return null;
    }

    /// <summary>The length of the escape that a text begins with, a pair of surrogates being one; 0 for a bad one. One that is cut off passes.</summary>
    private static int EscapeLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2) return text.Length;
        if (text[1] != (byte)'u') return "\"\\/bfnrt"u8.Contains(text[1]) ? 2 : 0;
        if (text.Length < 6) return text.Length;
        if (CodeUnit(text) is not { } unit) return 0;
        if (!char.IsSurrogate(unit)) return 6;
        return char.IsHighSurrogate(unit) && CodeUnit(text[6..]) is { } low && char.IsLowSurrogate(low) ? 12 : 0;
    }

    // Each of these writes what its text begins with, and returns how much of the text that was.
    private static int InString(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> repaired)
    {
        if (text[0] == (byte)'\\') return Escape(text, repaired);
        if (text[0] >= 0x20) return Copy(text, Run(text, s_endsOfRun), repaired);
        Span<byte> digits = stackalloc byte[2];
        Utf8Formatter.TryFormat(text[0], digits, out _, new StandardFormat('x', 2));
        repaired.Write("\\u00"u8);
        repaired.Write(digits);
        return 1;
    }

    private static int Escape(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> repaired)
    {
        int length = EscapeLength(text);
        if (length > 0) return Copy(text, length, repaired);
        bool isHalfPair = CodeUnit(text) is not null;
        repaired.Write(isHalfPair ? "\\ufffd"u8 : "\\\\"u8);
        return isHalfPair ? 6 : 1;
    }

    private static int Outside(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> repaired)
    {
        int noNumber = text.StartsWith("NaN"u8) ? 3 : text.StartsWith("Infinity"u8) ? 8 : text.StartsWith("-Infinity"u8) ? 9 : 0;
        if (noNumber == 0 && text[0] is (>= 0x20 and < 0x80) or (byte)'\t' or (byte)'\r' or (byte)'\n') return Copy(text, Run(text, s_suspects), repaired);

        // Between members, a byte that is neither JSON nor ASCII is noise.
        repaired.Write(noNumber > 0 ? "null"u8 : " "u8);
        return Math.Max(1, noNumber);
    }

    // At least the first byte, which the caller has looked at.
    private static int Run(ReadOnlySpan<byte> text, SearchValues<byte> ends) => text.IndexOfAny(ends) is var end && end < 0 ? text.Length : Math.Max(1, end);

    private static int Copy(ReadOnlySpan<byte> text, int length, ArrayBufferWriter<byte> repaired)
    {
        repaired.Write(text[..length]);
        return length;
    }

    private static char? CodeUnit(ReadOnlySpan<byte> text) =>
        text.Length >= 6 && text[0] == (byte)'\\' && text[1] == (byte)'u' && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : null;
}
