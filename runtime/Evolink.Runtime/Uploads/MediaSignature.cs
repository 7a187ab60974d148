namespace Evolink.Runtime.Uploads;

/// <summary>What the first bytes of a file say that it is.</summary>
internal static class MediaSignature
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Bytes = 64;

    /// <summary>The media type; null where the bytes say nothing.</summary>
    public static string? Find(ReadOnlySpan<byte> start) => start switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => "image/tiff",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "image/bmp",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, .. var form] => Riff(form),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] => Iso(brand),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => start.IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "audio/flac",
        [0xFF, 0xF0 or 0xF1 or 0xF8 or 0xF9, ..] => "audio/aac",
        // The frame of an MP3: eleven bits for its beginning, then a version and a layer that are not reserved.
        [0xFF, 0xE2 or 0xE3 or 0xF2 or 0xF3 or 0xFA or 0xFB, ..] => "audio/mpeg",
        _ => null,
    };

    private static string? Riff(ReadOnlySpan<byte> form) =>
        form.StartsWith("WAVE"u8) ? "audio/wav"
        : form.StartsWith("WEBP"u8) ? "image/webp"
        : form.StartsWith("AVI "u8) ? "video/x-msvideo"
        : null;

    /// <summary>MP4 and its kin begin alike; their first brand tells them apart.</summary>
    private static string Iso(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("qt  "u8) ? "video/quicktime"
        : brand.StartsWith("M4A "u8) || brand.StartsWith("M4B "u8) ? "audio/mp4"
        : brand.StartsWith("avif"u8) || brand.StartsWith("avis"u8) ? "image/avif"
        : brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8) ? "image/heic"
        : "video/mp4";
}
