using System.Text;

namespace Evolink.Runtime.Text;

/// <summary>Text from the wire as valid UTF-8 without a byte order mark, whatever it was encoded in.</summary>
internal static class WireText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The same bytes where they are good already, which costs one look; else a copy in which U+FFFD stands for what is no text.</summary>
    public static ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> body)
    {
        if (Wide(body) is { } encoding) body = Encoding.UTF8.GetBytes(encoding.GetString(body));
        while (body.StartsWith(ByteOrderMark)) body = body[ByteOrderMark.Length..];
        return System.Text.Unicode.Utf8.IsValid(body) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body));
    }

    // Some proxies and portals answer in UTF-16 or UTF-32. JSON and markup begin with two ASCII characters, so the zeros tell which, with a mark or without.
    private static Encoding? Wide(ReadOnlySpan<byte> body) => body switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
