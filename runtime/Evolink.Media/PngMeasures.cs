using System.Buffers.Binary;

namespace Evolink.Runtime.Media;

/// <summary>The pixels of a PNG, from its header and how it lies.</summary>
internal static class PngMeasures
{
    private const int SignatureLength = 8;
    private const int ChunkFrame = 12;
    private const int HeaderLength = 13;

    public static MediaMeasures? Read(Stream content)
    {
        int width = 0, height = 0;
        bool isTurned = false;
        Span<byte> start = stackalloc byte[8];
        for (long at = SignatureLength; at + ChunkFrame <= content.Length;)
        {
            content.Position = at;
            content.ReadExactly(start);
            uint length = BinaryPrimitives.ReadUInt32BigEndian(start);
            ReadOnlySpan<byte> name = start[4..];
            if (length > content.Length - at - ChunkFrame || name.SequenceEqual("IEND"u8)) break;
            if (name.SequenceEqual("eXIf"u8)) isTurned = PictureMeasures.IsTurned(content, length);
            if (name.SequenceEqual("IHDR"u8) && length == HeaderLength)
            {
                content.ReadExactly(start);
                width = BinaryPrimitives.ReadInt32BigEndian(start);
                height = BinaryPrimitives.ReadInt32BigEndian(start[4..]);
            }

            at += ChunkFrame + length;
        }

        return PictureMeasures.Create(width, height, isTurned);
    }
}
