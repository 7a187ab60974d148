using System.Text;

namespace Evolink.Tests.Uploads;

/// <summary>The inspector of Evolink.Media reads pictures, films and sounds by their headers, and says nothing of what it does not know.</summary>
public sealed class MetadataMediaInspectorTests
{
    private const string Mp3 = "audio/mpeg";

    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "PNG", MediaFile.Png(640, 480) },
        { "GIF", MediaFile.Gif(640, 480) },
        { "bitmap", MediaFile.Bitmap(640, 480) },
        { "bitmap from its top", MediaFile.Bitmap(640, -480) },
        { "bitmap of old", MediaFile.OldBitmap(640, 480) },
        { "JPEG", MediaFile.Jpeg(640, 480, MediaFile.Upright) },
        { "JPEG that lies in no way that there is", MediaFile.Jpeg(640, 480, 99) },
        { "WebP of a canvas", MediaFile.WebPCanvas(640, 480, MediaFile.Upright) },
        { "WebP without loss", MediaFile.WebPLossless(640, 480) },
        { "WebP with loss", MediaFile.WebPLossy(640, 480) },
        { "PNG on its side", MediaFile.Png(480, 640, MediaFile.PngChunk("eXIf", MediaFile.Exif(MediaFile.OnItsSide))) },
        { "JPEG on its side", MediaFile.Jpeg(480, 640, MediaFile.OnItsSide) },
        { "WebP on its side", MediaFile.WebPCanvas(480, 640, MediaFile.OnItsSide) },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task APicture_HasItsPixels_AsItIsShown(string name, byte[] content)
    {
        MediaMeasures? measures = await InspectAsync(content);
        Assert.True(measures == new MediaMeasures { Width = 640, Height = 480 }, $"{name}: {measures}");
    }

    [Theory]
    [InlineData(1, 640, 480)]
    [InlineData(2, 640, 480)]
    [InlineData(3, 640, 480)]
    [InlineData(4, 640, 480)]
    [InlineData(5, 480, 640)]
    [InlineData(6, 480, 640)]
    [InlineData(7, 480, 640)]
    [InlineData(8, 480, 640)]
    [InlineData(9, 640, 480)]
    [InlineData(0, 640, 480)]
    public async Task EveryOrientation_IsWhatItMeans(int orientation, int width, int height) =>
        Assert.Equal(new MediaMeasures { Width = width, Height = height }, await InspectAsync(MediaFile.Jpeg(640, 480, orientation)));

    [Theory]
    [InlineData("isom", 0, 1280, 720)]
    [InlineData("mp42", 180, 1280, 720)]
    [InlineData("isom", 90, 720, 1280)]
    [InlineData("qt  ", 270, 720, 1280)]
    public async Task AFilm_HasItsPixelsAsTheyAreShown_AndItsSeconds(string brand, int degrees, int width, int height) => Assert.Equal(
        new MediaMeasures { Width = width, Height = height, Duration = TimeSpan.FromSeconds(2.5) },
        await InspectAsync(MediaFile.Film(1280, 720, 2500, degrees, brand)));

    [Fact]
    public async Task ASoundInAnMp4_HasSecondsAlone() =>
        Assert.Equal(new MediaMeasures { Duration = TimeSpan.FromSeconds(2.5) }, await InspectAsync(MediaFile.Film(0, 0, 2500, brand: "M4A ")));

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(-1, 1000)]
    [InlineData(-1, 90000)]
    public async Task AFilmThatIsSentAsItIsMade_HasNoSecondsYet(int time, int scale) =>
        Assert.Equal(new MediaMeasures { Width = 1280, Height = 720 }, await InspectAsync(MediaFile.Film(1280, 720, time, scale: scale)));

    [Fact]
    public async Task AWav_HasTheSecondsOfItsSound() => Assert.Equal(Seconds(1.5), await InspectAsync(MediaFile.Wav(8000, 12000)));

    [Fact]
    public async Task AWavThatWasWrittenIntoAPipe_HasTheSecondsThatAreThere()
    {
        byte[] wav = MediaFile.Wav(8000, 12000);
        MediaFile.Little(-1).CopyTo(wav, wav.Length - 12000 - 4);
        Assert.Equal(Seconds(1.5), await InspectAsync(wav));
    }

    [Fact]
    public async Task AnMp3_HasTheSecondsOfItsFrames()
    {
        MediaMeasures hundred = Seconds(100 * 1152 / 44100d);
        byte[] title = [.. "ID3"u8, 4, 0, 0, 0, 0, 1, 0, .. new byte[128]];
        byte[] end = [.. "TAG"u8, .. new byte[125]];

        Assert.Equal(hundred, await InspectAsync(MediaFile.Mp3(100), Mp3));
        Assert.Equal(hundred, await InspectAsync([.. title, .. MediaFile.Mp3Info, .. MediaFile.Mp3(100), .. end], Mp3));
        Assert.Null(await InspectAsync([.. MediaFile.Mp3(50), .. "rubbish"u8, .. MediaFile.Mp3(50)], Mp3));
        Assert.Null(await InspectAsync(title, Mp3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text, no picture at all")]
    [InlineData("\u0089PNG\r\n\u001a\nbroken")]
    [InlineData("GIF89a")]
    public async Task WhatItDoesNotKnow_IsNotMeasured(string content) => Assert.Null(await InspectAsync(Encoding.Latin1.GetBytes(content)));

    private static MediaMeasures Seconds(double seconds) => new() { Duration = TimeSpan.FromSeconds(seconds) };

    private static async Task<MediaMeasures?> InspectAsync(byte[] content, string type = "") =>
        await new MetadataMediaInspector().InspectAsync(new MemoryStream(content), type, TestContext.Current.CancellationToken);
}
