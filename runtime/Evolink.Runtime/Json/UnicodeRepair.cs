using System.Text;
using System.Text.Unicode;

namespace Evolink;

/// <summary>
/// Puts U+FFFD in place of what is no Unicode in JSON: bytes that are no UTF-8, and escaped halves of surrogate pairs (<c>\ud83d</c>).
/// System.Text.Json takes such a document for good, and throws when the text is read or written.
/// </summary>
internal static class UnicodeRepair
{
    private const int EscapeLength = 6; // \uXXXX

    /// <summary>Whether all text is surely Unicode; false where it has to be looked at.</summary>
    public static bool IsGood(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0;

    /// <summary>The JSON, or the inside of a JSON string, with U+FFFD in the bad places.</summary>
    public static byte[] Repaired(ReadOnlySpan<byte> json)
    {
        byte[] repaired = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        Span<byte> rest = repaired;
        while (rest.IndexOf((byte)'\\') is >= 0 and int at)
        {
            rest = rest[at..];
            int length = IsSurrogate(rest, 'D', '8', 'B') && IsSurrogate(rest[EscapeLength..], 'D', 'C', 'F') ? 2 * EscapeLength
                : IsSurrogate(rest, 'D', '8', 'F') ? EscapeLength
                : 2;
            if (length == EscapeLength) "FFFD"u8.CopyTo(rest[2..]);
            rest = rest[Math.Min(length, rest.Length)..];
        }

        return repaired;
    }

    // Whether an escape of a code unit begins here that starts with the first digit and has its second in the range.
    private static bool IsSurrogate(ReadOnlySpan<byte> json, char first, char from, char to) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
        && char.ToUpperInvariant((char)json[2]) == first
        && char.ToUpperInvariant((char)json[3]) is char second && second >= from && second <= to;
}
