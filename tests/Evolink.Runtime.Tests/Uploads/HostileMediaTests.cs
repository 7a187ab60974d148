using System.Globalization;

namespace Evolink.Tests.Uploads;

/// <summary>Files may be anybody's. Whatever is in one, it is inspected without an exception, and without more memory than its headers need.</summary>
public sealed class HostileMediaTests
{
    private const long MostBytes = 1 << 20;
    private const int Damages = 400;

    private static readonly Dictionary<string, byte[]> s_files = new()
    {
        ["png"] = MediaFile.Png(640, 480, MediaFile.PngChunk("eXIf", MediaFile.Exif(MediaFile.OnItsSide))),
        ["jpeg"] = MediaFile.Jpeg(640, 480, MediaFile.OnItsSide),
        ["gif"] = MediaFile.Gif(640, 480),
        ["bitmap"] = MediaFile.Bitmap(640, 480),
        ["webp"] = MediaFile.WebPCanvas(640, 480, MediaFile.OnItsSide),
        ["webp without loss"] = MediaFile.WebPLossless(640, 480),
        ["film"] = MediaFile.Film(1280, 720, 2500),
        ["wav"] = MediaFile.Wav(8000, 20),
        ["mp3"] = [.. MediaFile.Mp3Info, .. MediaFile.Mp3(2)],
    };

    public static TheoryData<string> Names => [.. s_files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryBeginningOfAFile_IsSurvived(string name)
    {
        byte[] file = s_files[name];
        for (int length = 0; length < file.Length; length++) await InspectAsync(file[..length], $"the first {length} bytes of {name}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryDamage_IsSurvived(string name)
    {
        for (int seed = 0; seed < Damages; seed++)
        {
            Random random = new(seed);
            byte[] file = [.. s_files[name]];
            for (int count = random.Next(1, 6); count > 0; count--)
            {
                int at = random.Next(file.Length - 3);
                file[at] = (byte)random.Next(256);
                if (random.Next(3) == 0) MediaFile.Big(random.Next(int.MinValue, int.MaxValue)).CopyTo(file, at);
            }

            await InspectAsync(file, string.Create(CultureInfo.InvariantCulture, $"{name} of the seed {seed}"));
        }
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("zTXt")]
    [InlineData("iCCP")]
    [InlineData("eXIf")]
    public async Task APngThatLiesAboutTheSizeOfAPart_IsNotBelieved(string part)
    {
        byte[] png = MediaFile.Png(640, 480, MediaFile.PngChunk(part, [1, 2, 3]));
        MediaFile.Big(int.MaxValue - 20).CopyTo(png, 33);
        Assert.Equal(new MediaMeasures { Width = 640, Height = 480 }, await InspectAsync(png, part));
    }

    [Fact]
    public async Task AWebPThatLiesAboutItsSize_IsNotBelieved()
    {
        byte[] webp = [.. MediaFile.WebPLossless(640, 480), .. "EXIF"u8, .. MediaFile.Little(int.MaxValue), 1];
        MediaFile.Little(int.MaxValue).CopyTo(webp, 4);
        Assert.Equal(new MediaMeasures { Width = 640, Height = 480 }, await InspectAsync(webp, "webp"));
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    public async Task HugeSides_AreMeasured_AndRefused(int width, int height)
    {
        MediaMeasures? measures = await InspectAsync(MediaFile.Png(width, height), "huge");
        Assert.Equal(new MediaMeasures { Width = width, Height = height }, measures);
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 480)]
    [InlineData(640, int.MinValue)]
    public async Task SidesThatNoPictureHas_AreNone(int width, int height)
    {
        Assert.Null(await InspectAsync(MediaFile.Png(width, height), "png"));
        if (width <= 0 || height == int.MinValue) Assert.Null(await InspectAsync(MediaFile.Bitmap(width, height), "bitmap"));
    }

    /// <summary>What the thread allocates is counted: the inspector waits for nobody, and so never leaves it.</summary>
    private static async Task<MediaMeasures?> InspectAsync(byte[] content, string what)
    {
        MetadataMediaInspector inspector = new();
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValueTask<MediaMeasures?> inspection = inspector.InspectAsync(new MemoryStream(content), "audio/mpeg", TestContext.Current.CancellationToken);
        Assert.True(inspection.IsCompleted);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(bytes < MostBytes, $"{what}: {bytes} bytes");
        return await inspection;
    }
}
