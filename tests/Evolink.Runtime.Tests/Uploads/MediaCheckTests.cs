namespace Evolink.Tests.Uploads;

/// <summary>Files of this machine, held against what a parameter demands.</summary>
public sealed class MediaCheckTests : IDisposable
{
    private static readonly ModelMedia s_picture = new() { Kind = "image", Formats = ["png", "jpg"], MaxBytes = 200, MinSide = 300, MaxSide = 6000, MinAspect = 0.4m, MaxAspect = 2.5m };
    private static readonly ModelMedia s_sound = new() { Kind = "audio", Formats = ["wav", "mp3"], MinSeconds = 2, MaxSeconds = 15 };
    private static readonly ModelMedia s_film = new() { Kind = "video", Formats = ["mp4", "mov"], MinSeconds = 3, MaxSeconds = 30, MinAspect = 0.4m, MaxAspect = 1 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-media-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WhatFits_HasNoProblem()
    {
        Assert.Empty(await FindAsync("a.png", MediaFile.Png(640, 480), s_picture));
        Assert.Empty(await FindAsync("a.mov", MediaFile.Film(1280, 720, 5000, 90, "qt  "), s_film));
        Assert.Empty(await FindAsync("a.wav", MediaFile.Wav(8000, 24000), s_sound));
        Assert.Empty(await FindAsync("a.mp3", MediaFile.Mp3(100), s_sound));
    }

    [Fact]
    public async Task TheFirstBytesSayWhatAFileIs_AndNotItsName()
    {
        Assert.Equal(["is image/gif; expected png, jpg"], await FindAsync("a.png", MediaFile.Gif(640, 480), s_picture));
        Assert.Equal(["is video/mp4; expected an image"], await FindAsync("a.jpg", MediaFile.Film(1280, 720, 5000)[..150], s_picture));
        Assert.Empty(await FindAsync("a.gif", MediaFile.Png(640, 480), s_picture));
    }

    [Fact]
    public async Task AnEmptyFile_IsSaidToBe() => Assert.Contains("is empty", await FindAsync("a.png", [], s_picture));

    [Fact]
    public async Task ATruncatedFile_IsLeftToTheService() => Assert.Empty(await FindAsync("a.png", MediaFile.Png(640, 480)[..20], s_picture));

    [Fact]
    public async Task EveryLimit_IsNamed()
    {
        Assert.Equal(["is 100x640 pixels; at least 300 a side are taken", "is 100x640 pixels; at least 0.4 times as wide as high is taken"], await FindAsync("a.png", MediaFile.Png(100, 640), s_picture));
        Assert.Equal(["is 2147483647x2147483647 pixels; at most 6000 a side are taken"], await FindAsync("b.png", MediaFile.Png(int.MaxValue, int.MaxValue), s_picture));
        Assert.Equal(["has 300 bytes; at most 200 bytes are taken"], await FindAsync("c.png", [.. MediaFile.Png(640, 480), .. new byte[255]], s_picture));
        Assert.Equal(["plays 1.5 seconds; at least 2 seconds are taken"], await FindAsync("a.wav", MediaFile.Wav(8000, 12000), s_sound));
        Assert.Equal(["plays 18.286 seconds; at most 15 seconds are taken"], await FindAsync("a.mp3", MediaFile.Mp3(700), s_sound));
        Assert.Equal(["is 1280x720 pixels; at most 1 times as wide as high is taken", "plays 60 seconds; at most 30 seconds are taken"], await FindAsync("a.mp4", MediaFile.Film(1280, 720, 60000), s_film));
    }

    [Fact]
    public async Task WithoutAnInspector_KindFormatAndSizeAreChecked()
    {
        string path = await SaveAsync("a.png", MediaFile.Png(1, 1));
        Assert.Empty(await MediaCheck.FindProblemsAsync(path, s_picture, null, TestContext.Current.CancellationToken));
        Assert.Equal(["is image/png; expected a video"], await MediaCheck.FindProblemsAsync(path, s_film, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AFileThatIsNotThere_IsAnException() => await Assert.ThrowsAnyAsync<IOException>(() => MediaCheck.FindProblemsAsync(Path.Combine(_folder.FullName, "none.png"), s_picture, null, TestContext.Current.CancellationToken));

    private async Task<IReadOnlyList<string>> FindAsync(string name, byte[] content, ModelMedia media) =>
        await MediaCheck.FindProblemsAsync(await SaveAsync(name, content), media, new MetadataMediaInspector(), TestContext.Current.CancellationToken);

    private async Task<string> SaveAsync(string name, byte[] content)
    {
        string path = Path.Combine(_folder.FullName, name);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }
}
