using System.Buffers.Binary;
using System.Text;

namespace Evolink.Tests.Uploads;

/// <summary>The inspector of Evolink.Media reads pictures and films by their headers, and says nothing of what it does not know.</summary>
public sealed class MetadataMediaInspectorTests
{
    [Fact]
    public async Task APng_HasItsPixels() => Assert.Equal(new MediaMeasures { Width = 640, Height = 480 }, await InspectAsync(Png(640, 480)));

    [Fact]
    public async Task ABitmapFromItsTop_HasItsPixels() => Assert.Equal(new MediaMeasures { Width = 30, Height = 20 }, await InspectAsync(Bitmap(30, -20)));

    [Fact]
    public async Task AFilm_HasItsPixelsAndSeconds() =>
        Assert.Equal(new MediaMeasures { Width = 1280, Height = 720, Duration = TimeSpan.FromSeconds(2.5) }, await InspectAsync(Film(1280, 720, 2500)));

    [Theory]
    [InlineData("")]
    [InlineData("plain text, no picture at all")]
    [InlineData("\u0089PNG\r\n\u001a\nbroken")]
    [InlineData("GIF89a")]
    public async Task WhatItDoesNotKnow_IsNotMeasured(string content)
    {
        MediaMeasures? measures = await InspectAsync(Encoding.Latin1.GetBytes(content));

        Assert.True(measures is null or { Width: null, Duration: null }, $"{measures}");
    }

    [Fact]
    public async Task EveryBeginningOfAFilm_IsSurvived()
    {
        byte[] film = Film(1280, 720, 2500);
        for (int length = 0; length < film.Length; length++) await InspectAsync(film[..length]);
    }

    private static async Task<MediaMeasures?> InspectAsync(byte[] content) =>
        await new MetadataMediaInspector().InspectAsync(new MemoryStream(content), "", TestContext.Current.CancellationToken);

    private static byte[] Png(int width, int height) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8, .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]), .. Chunk("IEND", [])];

    private static byte[] Chunk(string name, byte[] data) => [.. Big(data.Length), .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];

    private static byte[] Bitmap(int width, int height)
    {
        byte[] file = new byte[54];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        file[26] = 1;
        file[28] = 24;
        return file;
    }

    private static byte[] Film(int width, int height, int milliseconds)
    {
        byte[] movie = new byte[100], track = new byte[84];
        Big(1000).CopyTo(movie, 12);
        Big(milliseconds).CopyTo(movie, 16);
        Big(0x10000).CopyTo(track, 40);
        Big(0x10000).CopyTo(track, 56);
        Big(0x40000000).CopyTo(track, 72);
        Big(width << 16).CopyTo(track, 76);
        Big(height << 16).CopyTo(track, 80);
        return [.. Atom("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isomiso2mp41"u8]), .. Atom("moov", [.. Atom("mvhd", movie), .. Atom("trak", Atom("tkhd", track))])];
    }

    private static byte[] Atom(string name, byte[] data) => [.. Big(data.Length + 8), .. Encoding.ASCII.GetBytes(name), .. data];

    private static byte[] Big(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
