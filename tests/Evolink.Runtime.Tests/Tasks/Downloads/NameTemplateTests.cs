using Evolink.Runtime.Tasks.Downloads;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Downloads;

/// <summary>Names by a template of the caller's.</summary>
public sealed class NameTemplateTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 23, 30, 0, TimeSpan.FromHours(-2));

    [Theory]
    [InlineData("{model}-{task}-{index}", "veo_3-task-1-3.mp4")]
    [InlineData("{MODEL} {Index}", "veo_3 3.mp4")]
    [InlineData("{name}", "clip.mp4")]
    [InlineData("{date}-{type}", "2026-11-22-video.mp4")]
    [InlineData("cat", "cat.mp4")]
    [InlineData("cat.mp4", "cat.mp4")]
    [InlineData("{task}.MP4", "task-1.mp4")]
    [InlineData("a:b*c", "a_b_c.mp4")]
    [InlineData("nul", "_nul.mp4")]
    [InlineData("..", "task-1-3.mp4")]
    [InlineData("{task}.part", "task-1.part_.mp4")]
    public void ATemplate_NamesAResult(string template, string expected)
    {
        Assert.Null(ResultNameTemplate.FindProblem(template));
        Assert.Equal(expected, Name(template, new ResultFile("task-1", 2, 3, "") { Model = "veo/3", Type = "video" }));
    }

    [Fact]
    public void WhatIsNotKnown_IsAResult() => Assert.Equal("result-result.mp4", Name("{model}-{type}", new ResultFile("task-1", 0, 1, "")));

    [Theory]
    [InlineData(0, 9, "1")]
    [InlineData(0, 12, "01")]
    [InlineData(11, 12, "12")]
    public void ThePlaceOfAResult_HasAsManyDigitsAsTheLast(int index, int count, string expected) =>
        Assert.Equal(expected + ".mp4", Name("{index}", new ResultFile("task-1", index, count, "")));

    [Fact]
    public void AHostileModel_LeadsNowhere() => Assert.Equal("_.._etc_passwd.mp4", Name("{model}", new ResultFile("t", 0, 1, "") { Model = "../../etc/passwd" }));

    [Theory]
    [InlineData("{modle}", "the unknown placeholder '{modle}'; there are {model}, {task}, {index}, {name}, {type}, {date}")]
    [InlineData("{}", "the unknown placeholder '{}'")]
    [InlineData("{model:x}", "the unknown placeholder '{model:x}'")]
    [InlineData("{model", "a brace that belongs to no placeholder")]
    [InlineData("model}", "a brace that belongs to no placeholder")]
    [InlineData("{model}}", "a brace that belongs to no placeholder")]
    [InlineData("{model}/{index}", "a separator of folders")]
    [InlineData("..\\{index}", "a separator of folders")]
    [InlineData("", "must not be empty")]
    [InlineData(" ", "must not be empty")]
    public async Task ATemplateThatCannotBeUsed_IsRefused_BeforeAnythingIsPaidFor(string template, string reason)
    {
        using DownloadFolder folder = new();
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);
        DownloadOptions options = new() { NameTemplate = template };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => client.GenerateToAsync(folder.Path, new TestRequest(), options, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => client.GenerateManyAsync([new TestRequest()], new ManyOptions { Directory = folder.Path, Download = options }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Resume("task-unified-1").DownloadAsync(folder.Path, options, TestContext.Current.CancellationToken));

        Assert.Contains("DownloadOptions.NameTemplate", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task TwoResultsOfOneName_GetNumbers_AndAResumedTaskNamesItsModel()
    {
        using DownloadFolder folder = new();
        await using RawServer server = new(async connection =>
        {
            if (await connection.ReadRequestAsync() is not { } request) return;
            string host = "http://" + RawConnection.Header(request, "Host");
            if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", TestApi.Task("completed", $"\"model\":\"veo-3\",\"type\":\"video\",\"results\":[\"{host}/a.mp4\",\"{host}/b.mp4\"]"));
            else await DownloadFolder.SendAsync(connection, "200 OK", DownloadFolder.Video);
        });

        IReadOnlyList<string> files = await folder.DownloadAsync(server, new DownloadOptions { NameTemplate = "{model}-{type}", Parallelism = 1 });

        Assert.Equal(["veo-3-video.mp4", "veo-3-video (2).mp4"], files.Select(Path.GetFileName));
        Assert.Equal(["veo-3-video (2).mp4", "veo-3-video.mp4"], folder.Files);
    }

    private static string Name(string template, ResultFile file) => ResultFileName.CreateFrom(template, s_now, file, new Uri("https://r.test/out/clip.mp4"), null, null, []);
}
