using System.Buffers.Binary;

namespace Evolink.Runtime.Media;

/// <summary>The pixels of a bitmap, from its header.</summary>
internal static class BmpMeasures
{
    private const int FileHeaderLength = 14;
    private const int OldHeaderLength = 12;

    public static MediaMeasures? Read(Stream content)
    {
        Span<byte> header = stackalloc byte[12];
        content.Position = FileHeaderLength;
        content.ReadExactly(header);
        ReadOnlySpan<byte> sides = header[4..];
        if (BinaryPrimitives.ReadInt32LittleEndian(header) == OldHeaderLength)
        {
            return PictureMeasures.Create(BinaryPrimitives.ReadUInt16LittleEndian(sides), BinaryPrimitives.ReadUInt16LittleEndian(sides[2..]), isTurned: false);
        }

        // One that is stored from its top has a height below 0.
        int height = BinaryPrimitives.ReadInt32LittleEndian(sides[4..]);
        return PictureMeasures.Create(BinaryPrimitives.ReadInt32LittleEndian(sides), height == int.MinValue ? 0 : Math.Abs(height), isTurned: false);
    }
}
