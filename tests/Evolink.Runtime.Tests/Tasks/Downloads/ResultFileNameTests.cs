using System.Text;
using Evolink.Runtime.Tasks.Downloads;

namespace Evolink.Tests.Tasks.Downloads;

public sealed class ResultFileNameTests
{
    private static readonly ResultFile s_result = new("task-1", 2, 3, "");

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
    [InlineData("https://r.test/%F0%9F%90%88%F0%9F%8F%BD%20e%CC%81.mp4", null, "🐈🏽 e\u0301.mp4")]
    [InlineData("https://r.test/a%E2%80%AEgpj.exe.mp4", null, "a_gpj.exe.mp4")]
    [InlineData("https://r.test/clip.mp4.%20.", null, "clip.mp4")]
    [InlineData("https://r.test/task-1-2.part", "video/mp4", "task-1-2.part_.mp4")]
    [InlineData("https://r.test/task-1-2.PART.json", null, "task-1-2.PART.json_.bin")]
    public void AName_IsTheServersProposal_MadeHarmless(string address, string? mediaType, string expected)
    {
        string name = ResultFileName.Create(s_result, new Uri(address), null, mediaType, []);

        Assert.Equal(expected, name);
        Assert.Equal(Path.Combine("/out", name), Path.GetFullPath(Path.Combine("/out", name)));
    }

    [Theory]
    [InlineData("attachment; filename=\"my cat.mp4\"", "my cat.mp4")]
    [InlineData("attachment; filename=my cat.mp4", "my cat.mp4")]
    [InlineData("inline;FILENAME=cat.mp4;size=3", "cat.mp4")]
    [InlineData("attachment; filename=\"plain.mp4\"; filename*=UTF-8''%E7%8C%AB.mp4", "猫.mp4")]
    [InlineData("attachment; filename*=utf-8'en'%e7%8c%ab.mp4; filename=\"plain.mp4\"", "猫.mp4")]
    [InlineData("attachment; filename*=iso-8859-1''caf%E9.mp4", "café.mp4")]
    [InlineData("attachment; filename*=UTF-8''%FF.mp4; filename=plain.mp4", "plain.mp4")]
    [InlineData("attachment; filename*=klingon''x.mp4; filename=plain.mp4", "plain.mp4")]
    [InlineData("attachment; filename*=broken; filename=plain.mp4", "plain.mp4")]
    [InlineData("attachment; filename=\"%E7%8C%AB.mp4\"", "猫.mp4")]
    [InlineData("attachment; filename=\"100%.mp4\"", "100_.mp4")]
    [InlineData("attachment; filename=\"\u00E7\u008C\u00AB.mp4\"", "猫.mp4")]
    [InlineData("attachment; filename=\"caf\u00E9.mp4\"", "café.mp4")]
    [InlineData("attachment; filename=\"=?utf-8?B?54yrLm1wNA==?=\"", "猫.mp4")]
    [InlineData("attachment; filename=\"a;b=c.mp4\"", "a_b_c.mp4")]
    [InlineData("attachment; filename=\"a\\\"b.mp4\"", "a_b.mp4")]
    [InlineData("attachment; filename=\"../../etc/cat.mp4\"", "cat.mp4")]
    [InlineData("attachment; filename=\"C:\\films\\cat.mp4\"", "cat.mp4")]
    [InlineData("attachment; filename*=UTF-8''..%2F..%2Fcat.mp4", "cat.mp4")]
    [InlineData("attachment; filename=\"cat.mp4", "cat.mp4")]
    [InlineData("attachment; filename=cat", "cat.mp4")]
    [InlineData("attachment; filename=\"com1.mp4\"", "_com1.mp4")]
    [InlineData("attachment; filename=\"..\"", "content.mp4")]
    [InlineData("attachment; filename=\"\"", "content.mp4")]
    [InlineData("attachment; filename", "content.mp4")]
    [InlineData("attachment", "content.mp4")]
    [InlineData(";;=;", "content.mp4")]
    public void ContentDisposition_NamesTheFile(string disposition, string expected) =>
        Assert.Equal(expected, ResultFileName.Create(s_result, new Uri("https://r.test/content"), disposition, "video/mp4", []));

    [Theory]
    [InlineData("\0\0\0\u0018ftypmp42", ".mp4")]
    [InlineData("\0\0\0\u0018ftypqt  ", ".mov")]
    [InlineData("\u0089PNG\r\n", ".png")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", ".jpg")]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", ".webp")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", ".wav")]
    [InlineData("ID3\u0004", ".mp3")]
    [InlineData("abc", ".bin")]
    public void WithoutAnExtensionAndAType_TheFirstBytesTell(string start, string extension) =>
        Assert.Equal("content" + extension, ResultFileName.Create(s_result, new Uri("https://r.test/content"), null, "application/octet-stream", Encoding.Latin1.GetBytes(start)));

    [Theory]
    [InlineData("n", 251)]
    [InlineData("猫", 83)]
    [InlineData("🐈", 62)]
    [InlineData("e\u0301", 83)]
    [InlineData("👩‍👩‍👧", 13)]
    public void ALongName_IsCutAt255Bytes_BetweenCharacters_AndKeepsItsExtension(string character, int kept)
    {
        string proposed = string.Concat(Enumerable.Repeat(character, 400)) + ".mp4";

        string name = ResultFileName.Create(s_result, new Uri("https://r.test/content"), $"attachment; filename*=UTF-8''{Uri.EscapeDataString(proposed)}", null, []);

        Assert.Equal(string.Concat(Enumerable.Repeat(character, kept)) + ".mp4", name);
        string numbered = ResultFileName.Numbered(name, 10_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(numbered), 255 - 7 - Encoding.UTF8.GetByteCount(character), 255);
        Assert.EndsWith(" (10000).mp4", numbered, StringComparison.Ordinal);
        string stem = ResultFileName.Stem(s_result with { TaskId = proposed });
        Assert.InRange(Encoding.UTF8.GetByteCount(stem + ".part.json"), 200, 255);
        Assert.EndsWith("-3", stem, StringComparison.Ordinal);
    }

    [Fact]
    public void OneCharacterUnderAThousandMarks_IsCutAsWell() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(SafeFileName.Fit("a" + new string('\u0301', 1000), ".mp4")), 250, 255);

    [Fact]
    public void HalfASurrogatePair_IsNoCharacter() => Assert.Equal("a_b", SafeFileName.From("a\uD83Db"));

    [Fact]
    public void TwoTasks_ShareNoPart()
    {
        string[] ids = ["a/b", "a_b", "a:b", "A_b", new string('x', 400) + "1", new string('x', 400) + "2", "..", "."];

        string[] parts = [.. ids.Select(id => ResultFileName.PartStem(new ResultFile(id, 0, 1, "https://r.test/v")))];

        Assert.Equal(parts, parts.Distinct());
        Assert.Equal("a_b-1", parts[1]);
        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part + ".part.json"), 1, 255));
    }

    [Fact]
    public void AHostileTaskId_MakesNoPath() => Assert.Equal("_.._etc-1", ResultFileName.Stem(new ResultFile("/../etc", 0, 1, "")));
}
