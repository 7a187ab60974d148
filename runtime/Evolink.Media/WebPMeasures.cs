using System.Buffers.Binary;

namespace Evolink.Runtime.Media;

/// <summary>The pixels of a WebP: of its canvas, else of its only picture, which is packed with or without a loss.</summary>
internal static class WebPMeasures
{
    private const int HeaderLength = 10;
    private const byte LosslessSignature = 0x2F;
    private const int SideMask = 0x3FFF;

    public static MediaMeasures? Read(Stream content)
    {
        (int Width, int Height) size = default;
        bool isTurned = false;
        Span<byte> header = stackalloc byte[HeaderLength];
        foreach (RiffChunk chunk in RiffChunk.Read(content))
        {
            if (chunk.Is("EXIF"u8))
            {
                isTurned = PictureMeasures.IsTurned(content, chunk.Length);
            }
            else if (size == default && (chunk.Is("VP8X"u8) || chunk.Is("VP8L"u8) || chunk.Is("VP8 "u8)))
            {
                content.ReadExactly(header);
                size = chunk.Is("VP8X"u8) ? Canvas(header) : chunk.Is("VP8L"u8) ? Lossless(header) : Lossy(header);
            }
        }

        return PictureMeasures.Create(size.Width, size.Height, isTurned);
    }

    // 24 bits a side, less one.
    private static (int, int) Canvas(ReadOnlySpan<byte> header) =>
        ((header[4] | header[5] << 8 | header[6] << 16) + 1, (header[7] | header[8] << 8 | header[9] << 16) + 1);

    // 14 bits a side, less one.
    private static (int, int) Lossless(ReadOnlySpan<byte> header)
    {
        uint sides = BinaryPrimitives.ReadUInt32LittleEndian(header[1..]);
        return header[0] == LosslessSignature ? ((int)(sides & SideMask) + 1, (int)(sides >> 14 & SideMask) + 1) : default;
    }

    private static (int, int) Lossy(ReadOnlySpan<byte> header) => header[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
        ? (BinaryPrimitives.ReadUInt16LittleEndian(header[6..]) & SideMask, BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & SideMask)
        : default;
}
