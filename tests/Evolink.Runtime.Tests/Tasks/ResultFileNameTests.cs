namespace Evolink.Tests.Tasks;

public sealed class ResultFileNameTests
{
    [Theory]
    [InlineData("https://r.test/out/clip.mp4?x=1", null, "clip.mp4")]
    [InlineData("https://r.test/out/clip", "video/mp4", "clip.mp4")]
    [InlineData("https://r.test/", "image/png", "task-1-3.png")]
    [InlineData("https://r.test/a/..%2F..%2Fetc%2Fpasswd", "video/mp4", "_.._etc_passwd.mp4")]
    [InlineData("https://r.test/a%5C..%5Cb.mp4", null, "a_.._b.mp4")]
    [InlineData("https://r.test/%2e%2e", "video/webm", "task-1-3.webm")]
    [InlineData("https://r.test/.htaccess", null, "htaccess.bin")]
    [InlineData("https://r.test/NUL.mp4", null, "_NUL.mp4")]
    [InlineData("https://r.test/con", "audio/mpeg", "_con.mp3")]
    [InlineData("https://r.test/a%00b%0A.mp4", null, "a_b_.mp4")]
    [InlineData("https://r.test/%E8%A7%86%E9%A2%91.mp4", null, "视频.mp4")]
    public void AName_IsTheServersProposal_MadeHarmless(string address, string? mediaType, string expected)
    {
        string name = ResultFileName.For(new ResultFile("task-1", 2, 3, address), new Uri(address), mediaType);

        Assert.Equal(expected, name);
        Assert.Equal(Path.Combine("/out", name), Path.GetFullPath(Path.Combine("/out", name)));
    }

    [Fact]
    public void ALongName_IsCut_AndKeepsItsExtension()
    {
        Uri address = new($"https://r.test/{new string('n', 400)}.mp4");

        string name = ResultFileName.For(new ResultFile("task-1", 0, 1, ""), address, null);

        Assert.Equal(120, name.Length);
        Assert.EndsWith("n.mp4", name, StringComparison.Ordinal);
    }

    [Fact]
    public void AHostileTaskId_MakesNoPath() => Assert.Equal("_.._etc-1", ResultFileName.Stem(new ResultFile("/../etc", 0, 1, "")));
}
