using System.Buffers.Binary;
using System.IO.Compression;

namespace Evolink.Simulation;

/// <summary>The test picture as PNG: 8-bit grey.</summary>
internal static class PngFile
{
    public static byte[] Create()
    {
        using MemoryStream file = new();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR"u8, Header());
        WriteChunk(file, "IDAT"u8, Pixels());
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Header()
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, TestPicture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), TestPicture.Height);
        header[8] = 8; // bits; the rest says grey, deflate, no filter, not interlaced
        return header;
    }

    private static byte[] Pixels()
    {
        using MemoryStream compressed = new();
        using (ZLibStream deflate = new(compressed, CompressionLevel.SmallestSize))
        {
            for (int y = 0; y < TestPicture.Height; y++)
            {
                deflate.WriteByte(0); // the line is not filtered
                for (int x = 0; x < TestPicture.Width; x++) deflate.WriteByte(TestPicture.Brightness(x, y, 0));
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum([.. type, .. content]));
        file.Write(number);
    }

    /// <summary>CRC-32 as PNG has it.</summary>
    private static uint Checksum(byte[] bytes)
    {
        uint remainder = uint.MaxValue;
        foreach (byte next in bytes)
        {
            remainder ^= next;
            for (int bit = 0; bit < 8; bit++) remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xEDB88320;
        }
        return ~remainder;
    }
}
