using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Evolink.Simulation;

namespace Evolink.Tests;

public sealed class MediaFileTests
{
    [Fact]
    public void TheVideosIndex_LeadsToItsPictures()
    {
        byte[] file = MediaFile.Find("video").Content;
        (string Type, int Start, int Length)[] boxes = [.. Boxes(file, 0, file.Length)];
        Assert.Equal(["ftyp", "moov", "mdat"], boxes.Select(static box => box.Type));

        (int sizes, _) = Find(file, "moov", "trak", "mdia", "minf", "stbl", "stsz");
        (int offsets, _) = Find(file, "moov", "trak", "mdia", "minf", "stbl", "stco");
        int count = Int32(file, sizes + 8);
        int position = Int32(file, offsets + 8);
        Assert.Equal(boxes[2].Start, position);
        for (int sample = 0; sample < count; sample++)
        {
            int size = Int32(file, sizes + 12 + (4 * sample));
            Assert.Equal(size - 4, Int32(file, position));
            Assert.Equal(0x65, file[position + 4]); // a picture that stands alone
            position += size;
        }
        Assert.Equal(file.Length, position);
    }

    [Fact]
    public void ThePicture_InflatesToItsPixels()
    {
        byte[] file = MediaFile.Find("image").Content;
        int length = Int32(file, 33);
        Assert.Equal("IDAT", Encoding.ASCII.GetString(file, 37, 4));

        using ZLibStream inflate = new(new MemoryStream(file, 41, length), CompressionMode.Decompress);
        using MemoryStream pixels = new();
        inflate.CopyTo(pixels);

        Assert.Equal(TestPicture.Height * (TestPicture.Width + 1), pixels.Length);
        // The checksum of an empty IEND chunk is the same in every PNG.
        Assert.Equal(0xAE426082, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(file.Length - 4)));
    }

    [Fact]
    public void TheSound_IsAsLongAsItsHeaderSays()
    {
        byte[] file = MediaFile.Find("audio").Content;

        Assert.Equal("RIFF", Encoding.ASCII.GetString(file, 0, 4));
        Assert.Equal(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal(file.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)));
    }

    private static (int Start, int Length) Find(byte[] file, params string[] path)
    {
        (int start, int length) = (0, file.Length);
        foreach (string type in path)
            (_, start, length) = Boxes(file, start, length).Single(box => box.Type == type);
        return (start, length);
    }

    private static IEnumerable<(string Type, int Start, int Length)> Boxes(byte[] file, int start, int length)
    {
        int end = start + length;
        while (start < end)
        {
            int size = Int32(file, start);
            yield return (Encoding.ASCII.GetString(file, start + 4, 4), start + 8, size - 8);
            start += size;
        }
        Assert.Equal(end, start);
    }

    private static int Int32(byte[] file, int position) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(position));
}
