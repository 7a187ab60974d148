using System.Buffers.Binary;
using System.Text;

namespace Evolink.Tests.Uploads;

/// <summary>Small files of all kinds, as far as their headers go.</summary>
internal static class MediaFile
{
    public const int Upright = 1;
    public const int OnItsSide = 6;

    // A fixed number of 16.16 bits.
    private const int One = 0x10000;

    public static byte[] Png(int width, int height, params byte[] chunks) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8, .. PngChunk("IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]), .. chunks, .. PngChunk("IEND", [])];

    public static byte[] PngChunk(string name, byte[] data) => [.. Big(data.Length), .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];

    public static byte[] Jpeg(int width, int height, int orientation) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]),
        .. Segment(0xC0, [8, .. Big(height)[2..], .. Big(width)[2..], 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
        .. Segment(0xDA, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 0x3F, 0]), 0,
        0xFF, 0xD9,
    ];

    /// <summary>A directory of one entry: how the picture lies.</summary>
    public static byte[] Exif(int orientation) => [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    public static byte[] Gif(int width, int height) =>
        [.. "GIF89a"u8, .. Little(width)[..2], .. Little(height)[..2], 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    public static byte[] Bitmap(int width, int height)
    {
        byte[] file = new byte[54];
        "BM"u8.CopyTo(file);
        Little(file.Length).CopyTo(file, 2);
        Little(file.Length).CopyTo(file, 10);
        Little(40).CopyTo(file, 14);
        Little(width).CopyTo(file, 18);
        Little(height).CopyTo(file, 22);
        file[26] = 1;
        file[28] = 24;
        return file;
    }

    public static byte[] OldBitmap(int width, int height) => [.. "BM"u8, .. Little(26), 0, 0, 0, 0, .. Little(26), .. Little(12), .. Little(width)[..2], .. Little(height)[..2], 1, 0, 24, 0];

    public static byte[] WebPCanvas(int width, int height, int orientation) => Riff("WEBP",
        [.. RiffChunk("VP8X", [8, 0, 0, 0, .. Little(width - 1)[..3], .. Little(height - 1)[..3]]), .. RiffChunk("EXIF", Exif(orientation))]);

    public static byte[] WebPLossless(int width, int height) => Riff("WEBP", RiffChunk("VP8L", [0x2F, .. Little((width - 1) | ((height - 1) << 14)), 0, 0, 0, 0, 0]));

    public static byte[] WebPLossy(int width, int height) => Riff("WEBP", RiffChunk("VP8 ", [0x30, 1, 0, 0x9D, 1, 0x2A, .. Little(width)[..2], .. Little(height)[..2], 0, 0]));

    /// <summary>A film of one track.</summary>
    /// <param name="width">Its pixels as they are stored.</param>
    /// <param name="height">Its pixels as they are stored.</param>
    /// <param name="time">How long it plays, in parts of a second.</param>
    /// <param name="degrees">How it is turned when it is shown.</param>
    /// <param name="brand">What it is.</param>
    /// <param name="scale">How many parts a second has.</param>
    public static byte[] Film(int width, int height, int time, int degrees = 0, string brand = "isom", int scale = 1000)
    {
        byte[] movie = new byte[100];
        Big(scale).CopyTo(movie, 12);
        Big(time).CopyTo(movie, 16);
        return [.. Atom("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. "isomiso2mp41"u8]), .. Atom("moov", [.. Atom("mvhd", movie), .. Atom("trak", Atom("tkhd", Track(0, 0, 0))), .. Atom("trak", Atom("tkhd", Track(width, height, degrees)))])];
    }

    public static byte[] Wav(int bytesPerSecond, int bytes) =>
        Riff("WAVE", [.. RiffChunk("fmt ", [1, 0, 1, 0, .. Little(bytesPerSecond), .. Little(bytesPerSecond), 1, 0, 8, 0]), .. RiffChunk("LIST", new byte[5]), .. RiffChunk("data", new byte[bytes])]);

    /// <summary>Frames of 128 kbit/s, each of 417 bytes and 1152 samples of 44100 a second.</summary>
    public static byte[] Mp3(int frames) => [.. Enumerable.Repeat(Mp3Frame(""), frames).SelectMany(static frame => frame)];

    /// <summary>A frame that tells of the others and holds no sound.</summary>
    public static byte[] Mp3Info => Mp3Frame("Xing");

    public static byte[] Riff(string form, byte[] chunks) => [.. "RIFF"u8, .. Little(chunks.Length + 4), .. Encoding.ASCII.GetBytes(form), .. chunks];

    public static byte[] Atom(string name, byte[] data) => [.. Big(data.Length + 8), .. Encoding.ASCII.GetBytes(name), .. data];

    public static byte[] Big(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Little(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Mp3Frame(string mark)
    {
        byte[] frame = new byte[417];
        ((byte[])[0xFF, 0xFB, 0x90, 0x64]).CopyTo(frame, 0);
        Encoding.ASCII.GetBytes(mark).CopyTo(frame, 36);
        return frame;
    }

    private static byte[] Track(int width, int height, int degrees)
    {
        (int cos, int sin) = degrees switch
        {
            90 => (0, One),
            180 => (-One, 0),
            270 => (0, -One),
            _ => (One, 0),
        };
        byte[] track = new byte[84];
        Big(cos).CopyTo(track, 40);
        Big(sin).CopyTo(track, 44);
        Big(-sin).CopyTo(track, 52);
        Big(cos).CopyTo(track, 56);
        Big(0x40000000).CopyTo(track, 72);
        Big(width << 16).CopyTo(track, 76);
        Big(height << 16).CopyTo(track, 80);
        return track;
    }

    private static byte[] RiffChunk(string name, byte[] data) => [.. Encoding.ASCII.GetBytes(name), .. Little(data.Length), .. data, .. new byte[data.Length % 2]];

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, .. Big(data.Length + 2)[2..], .. data];
}
