using System.Net;
using System.Text;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Downloads;

/// <summary>What comes in the place of a result: errors, pages, nothing; and results that only look like it.</summary>
public sealed class DownloadErrorBodyTests : IDisposable
{
    private readonly DownloadFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/v.mp4", "application/json", """{"error":{"message":"link expired"}}""", "link expired", true)]
    [InlineData("/v.mp4", "video/mp4", """ {"code":"quota","message":"too much traffic"}""", "too much traffic", false)]
    [InlineData("/v.mp4", null, """[{"msg":"odd"}]""", "odd", false)]
    [InlineData("/v.mp4", "application/json", "null", "null", false)]
    [InlineData("/v.mp4", "text/plain", "Request has expired", "Request has expired", true)]
    [InlineData("/v.mp4", "application/octet-stream", "Access denied.\n", "Access denied", true)]
    [InlineData("/v.mp4", "video/mp4", "upstream request timeout", "upstream request timeout", false)]
    [InlineData("/v.mp4", "video/mp4", "链接已过期", "链接已过期", true)]
    [InlineData("/v.png", "binary/octet-stream", "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>", "AccessDenied", true)]
    [InlineData("/v.mp3", "application/xml", "<Error><Message>The key does not exist</Message></Error>", "does not exist", true)]
    [InlineData("/v.mp4", "text/html; charset=utf-8", "<html><title>502 Bad Gateway</title></html>", "502 Bad Gateway", false)]
    [InlineData("/v", "video/mp4", """{"detail":"no"}""", "no", false)]
    [InlineData("/v", "application/json", """{"error":{"message":"gone","code":410}}""", "gone", true)]
    [InlineData("/v", null, """{"success":false,"data":null,"msg":"not found"}""", "not found", true)]
    [InlineData("/v.json", "application/json", """{"error":"the file has expired"}""", "the file has expired", true)]
    [InlineData("/v.json", "application/problem+json", """{"title":"Overloaded","extra":1}""", "Overloaded", false)]
    [InlineData("/v.srt", "text/plain", """{"message":"signature does not match"}""", "signature does not match", true)]
    [InlineData("/v.svg", "image/svg+xml", "<!doctype html><title>Log in</title>", "Log in", false)]
    public async Task AnErrorInThePlaceOfAResult_IsNoFile_AndSaysWhy(string file, string? type, string body, string reason, bool isExpired)
    {
        await using RawServer server = DownloadFolder.Serve(file, Encoding.UTF8.GetBytes(body), Type(type));

        EvolinkDownloadException error = await _folder.FailAsync(server);

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal((isExpired, HttpStatusCode.OK), (error.ResultExpired, error.StatusCode));
        Assert.Single(DownloadFolder.FileRequests(server));
        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData("/data.json", "application/json", """{"segments":[1,2]}""")]
    [InlineData("/data.json", "application/json", """{"error":null,"segments":[]}""")]
    [InlineData("/data.json", "application/json", """{"error":{"rate":0.02},"segments":[1]}""")]
    [InlineData("/data.json", "application/octet-stream", "[]")]
    [InlineData("/data", "application/json", """{"message":"a poem","lines":["one"]}""")]
    [InlineData("/data.json", "application/json", """{"status":"done","data":{"score":1},"message":"a result"}""")]
    [InlineData("/words.txt", "text/plain", "Access denied, said the door.")]
    [InlineData("/words.txt", "application/octet-stream", "error")]
    [InlineData("/words.srt", "application/x-subrip", "1\n00:00:01,000 --> 00:00:02,000\nNot found\n")]
    [InlineData("/words.vtt", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Forbidden\n")]
    [InlineData("/image.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("/image.svg", "text/plain", "<?xml version=\"1.0\"?><svg/>")]
    [InlineData("/image", "image/svg+xml", "<svg/>")]
    [InlineData("/list.m3u8", "application/vnd.apple.mpegurl", "#EXTM3U\n")]
    [InlineData("/page.html", "text/html", "<html><p>A report</p></html>")]
    [InlineData("/feed.xml", "application/xml", "<feed/>")]
    [InlineData("/v.mp4", "text/plain", "\0\0\0\u0018ftypmp42")]
    [InlineData("/v.mp4", "application/json", "\0\0\0\u0018ftypmp42")]
    [InlineData("/v.mp4", "application/octet-stream", "....ftypmp42")]
    public async Task AResultThatIsText_OrHasAnotherType_IsAFile(string file, string type, string body)
    {
        await using RawServer server = DownloadFolder.Serve(file, Encoding.UTF8.GetBytes(body), Type(type));

        Assert.Equal(body, await File.ReadAllTextAsync(Assert.Single(await _folder.DownloadAsync(server)), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("403 Forbidden", """{"\ud800":1}""", "403")]
    [InlineData("403 Forbidden", """{"\ud800":1,"message":"who are you"}""", "who are you")]
    [InlineData("200 OK", """{"\ud800":1,"error":"no \ud800 room"}""", "no \uFFFD room")]
    public async Task HalfAPair_InTheNamesOfAnError_HidesNothing(string status, string body, string reason)
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, _) => DownloadFolder.SendAsync(connection, status, Encoding.UTF8.GetBytes(body)));

        Assert.Contains(reason, (await _folder.FailAsync(server)).Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task ADeadLink_WhoseReasonStalls_IsDeadAllTheSame()
    {
        using StallingStream body = new("{\"error\":\"the link has");
        using StubServer server = StubServer.Sequence(() => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StreamContent(body) });
        using HttpMessageInvoker invoker = new(server);
        ClientSettings settings = ClientSettings.From(TestApi.Descriptor, TestApi.Options(_folder.Time));
        ResultFile file = new(DownloadFolder.TaskId, 0, 1, "https://r.test/v.mp4");
        Uri address = new(file.Address);
        using PartFile part = PartFile.Open(Directory.CreateDirectory(_folder.Path).FullName, file, address);
        ResultReceiver receiver = new(new ResultLink(invoker, "test", allowsPrivateHosts: true), part, address, new DownloadProgressReporter(file, null), new DownloadOptions(), settings);

        Task<bool> receiving = receiver.TryReceiveAsync(TestContext.Current.CancellationToken);
        await body.Stalled.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        _folder.Time.Advance(AttemptScope.BodyStall);

        Assert.True((await Assert.ThrowsAsync<EvolinkDownloadException>(() => receiving.WaitAsync(TimeSpan.FromSeconds(60)))).ResultExpired);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, 4)]
    [InlineData(HttpStatusCode.OK, 60)]
    public async Task ATextThatDripsForEver_IsGivenUp(HttpStatusCode status, int atLeast)
    {
        using DrippingStream body = new(_folder.Time, TimeSpan.FromSeconds(1));
        using StubServer server = StubServer.Sequence(() => new HttpResponseMessage(status) { Content = new StreamContent(body) });
        using HttpMessageInvoker invoker = new(server);
        ClientSettings settings = ClientSettings.From(TestApi.Descriptor, TestApi.Options(_folder.Time));
        ResultFile file = new(DownloadFolder.TaskId, 0, 1, "https://r.test/v.mp4");
        Uri address = new(file.Address);
        using PartFile part = PartFile.Open(Directory.CreateDirectory(_folder.Path).FullName, file, address);
        ResultReceiver receiver = new(new ResultLink(invoker, "test", allowsPrivateHosts: true), part, address, new DownloadProgressReporter(file, null), new DownloadOptions(), settings);

        Task<bool> receiving = receiver.TryReceiveAsync(TestContext.Current.CancellationToken);

        if (status == HttpStatusCode.OK) Assert.False(await receiving);
        else Assert.True((await Assert.ThrowsAsync<EvolinkDownloadException>(() => receiving)).ResultExpired);
        Assert.InRange(_folder.Time.Now.TotalSeconds, atLeast, atLeast + 2);
    }

    [Fact]
    public async Task AnErrorThatDripsInByByte_IsSeenAllTheSame()
    {
        byte[] body = """   {"error":{"message":"link expired"}}"""u8.ToArray();
        await using RawServer server = DownloadFolder.Serve("/v.mp4", async (connection, _) =>
        {
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n");
            foreach (byte one in body)
            {
                await connection.WriteAsync(new[] { one });
                await Task.Yield();
            }
        });

        Assert.True((await _folder.FailAsync(server)).ResultExpired);
        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("\r\n")]
    public async Task AnEmptyFile_IsNoResult(string rest)
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, _) => connection.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n" + rest));

        Assert.Contains("an empty file", (await _folder.FailAsync(server)).Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task AnErrorWithEncodedBytes_IsNoResult_AndAnEncodedResultStaysAsItIs()
    {
        byte[] gzip = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3];
        await using RawServer error = DownloadFolder.Serve("/v.mp4", gzip, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n");
        await using RawServer result = DownloadFolder.Serve("/v.mp4", gzip, "Content-Type: video/mp4\r\nContent-Encoding: gzip\r\n");

        await _folder.FailAsync(error);

        Assert.Equal(gzip, await File.ReadAllBytesAsync(Assert.Single(await _folder.DownloadAsync(result)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnExpiredLinkThatAnswers200_IsAskedForAnew()
    {
        int asked = 0;
        await using RawServer server = new(async connection =>
        {
            string request = (await connection.ReadRequestAsync())!;
            string host = "http://" + RawConnection.Header(request, "Host");
            if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", TestApi.Task("completed", $"\"results\":[\"{host}/{++asked}.mp4\"]"));
            else if (request.StartsWith("GET /1.mp4", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", """{"error":{"message":"link expired"}}""");
            else await DownloadFolder.SendAsync(connection, "200 OK", DownloadFolder.Video);
        });

        Assert.Equal("2.mp4", Path.GetFileName(Assert.Single(await _folder.DownloadAsync(server))));
        Assert.Equal(["2.mp4"], _folder.Files);
    }

    [Fact]
    public async Task ADeadLink_StaysTheReason_WhereTheQuestionForAFreshOneFails()
    {
        bool isFirst = true;
        await using RawServer server = new(async connection =>
        {
            string request = (await connection.ReadRequestAsync())!;
            if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal) && isFirst)
            {
                isFirst = false;
                await connection.AnswerAsync("200 OK", TestApi.Task("completed", $"\"results\":[\"http://{RawConnection.Header(request, "Host")}/v.mp4\"]"));
            }
            else
            {
                await connection.AnswerAsync("403 Forbidden", """{"error":{"message":"the link is of yesterday"}}""");
            }
        });

        EvolinkDownloadException error = await _folder.FailAsync(server);

        Assert.True(error.ResultExpired);
        Assert.Contains("(403: the link is of yesterday)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorInTheMiddleOfADownload_DoesNotCostWhatIsHere()
    {
        byte[] video = DownloadFolder.Video;
        int requests = 0;
        await using RawServer server = DownloadFolder.Serve("/v.mp4", (connection, request) => ++requests switch
        {
            1 => DownloadFolder.SendAsync(connection, "200 OK", video[..50_000], "ETag: \"v1\"\r\n", video.Length),
            2 => DownloadFolder.SendAsync(connection, "200 OK", """{"message":"busy"}"""u8.ToArray()),
            _ => DownloadFolder.SendAsync(connection, "206 Partial Content", video[DownloadFolder.RangeStart(request)..], $"ETag: \"v1\"\r\nContent-Range: bytes 50000-{video.Length - 1}/{video.Length}\r\n"),
        });

        await _folder.FailAsync(server);

        Assert.Equal(video, await File.ReadAllBytesAsync(Assert.Single(await _folder.DownloadAsync(server)), TestContext.Current.CancellationToken));
        Assert.Equal("bytes=50000-", RawConnection.Header(DownloadFolder.FileRequests(server)[^1], "Range"));
    }

    [Fact]
    public async Task AServersReason_IsShort_Printable_AndWithoutTheKey()
    {
        string body = $$$"""{"error":{"message":"no {{{TestApi.Key}}}\u001b[31m\u202e\n{{{new string('x', 5000)}}}"}}""";
        await using RawServer server = DownloadFolder.Serve("/v.mp4", Encoding.UTF8.GetBytes(body));

        string message = (await _folder.FailAsync(server)).Message;

        Assert.DoesNotContain(TestApi.Key, message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, c => char.IsControl(c) || c == '\u202e');
        Assert.InRange(message.Length, 50, 400);
    }

    /// <summary>One more letter each time, for as long as anybody reads, and at most a day.</summary>
    private sealed class DrippingStream(ManualTimeProvider time, TimeSpan pace) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(pace);
            cancellationToken.ThrowIfCancellationRequested();
            if (time.Now > TimeSpan.FromDays(1)) return new(0);
            buffer.Span[0] = (byte)'x';
            return new(1);
        }
    }

    private static string Type(string? type) => type is null ? "" : $"Content-Type: {type}\r\n";
}
