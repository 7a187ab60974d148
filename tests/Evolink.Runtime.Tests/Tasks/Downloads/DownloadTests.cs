using System.Text;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Downloads;

public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] s_video = [.. Enumerable.Range(0, 200_000).Select(index => (byte)(index * 31 / 7))];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "evolink-" + Guid.NewGuid().ToString("N"));
    private readonly ManualTimeProvider _time = new();

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task AResult_LandsWholeUnderItsName_AndNothingElseStays()
    {
        await using RawServer server = Serve("/out/clip.mp4?signature=s3", (connection, _) => SendAsync(connection, "200 OK", s_video));

        string file = Assert.Single(await DownloadAsync(server));

        Assert.Equal(Path.Combine(_folder, "clip.mp4"), file);
        Assert.Equal(s_video, await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.GetFiles(_folder));
        Assert.DoesNotContain(FileRequests(server), request => request.Contains("Authorization", StringComparison.OrdinalIgnoreCase) || request.Contains(TestApi.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADownloadThatIsCutAgainAndAgain_GoesOnWhereItWas()
    {
        await using RawServer server = Serve("/clip.mp4", async (connection, request) =>
        {
            int from = RangeStart(request);
            byte[] rest = s_video[from..];
            await SendAsync(connection, from == 0 ? "200 OK" : "206 Partial Content", rest[..Math.Min(rest.Length, 30_000)], Headers(from), rest.Length);
        });

        string file = Assert.Single(await DownloadAsync(server));

        Assert.Equal(s_video, await File.ReadAllBytesAsync(file));
        Assert.True(FileRequests(server).Count >= 7);
        Assert.All(FileRequests(server).Skip(1), request => Assert.Equal("\"v1\"", RawConnection.Header(request, "If-Range")));
    }

    [Fact]
    public async Task AResetInTheMiddle_IsNoFaultOfTheDisk()
    {
        await using RawServer server = Serve("/clip.mp4", async (connection, request) =>
        {
            int from = RangeStart(request);
            await SendAsync(connection, from == 0 ? "200 OK" : "206 Partial Content", from == 0 ? s_video[..50_000] : s_video[from..], Headers(from), s_video.Length - from);
            if (from > 0) return;
            while (!HasPart(50_000)) await Task.Yield();
            connection.Reset();
        });

        Assert.Equal(s_video, await File.ReadAllBytesAsync(Assert.Single(await DownloadAsync(server))));

        bool HasPart(long length) => Directory.Exists(_folder) && Directory.GetFiles(_folder, "*.part") is [var part] && new FileInfo(part).Length == length;
    }

    [Fact]
    public async Task WithoutAValidator_ACutDownloadStartsAgain()
    {
        int requests = 0;
        await using RawServer server = Serve("/clip.mp4", (connection, _) =>
            SendAsync(connection, "200 OK", Interlocked.Increment(ref requests) == 1 ? s_video[..50_000] : s_video, length: s_video.Length));

        string file = Assert.Single(await DownloadAsync(server));

        Assert.Equal(s_video, await File.ReadAllBytesAsync(file));
        Assert.DoesNotContain(FileRequests(server), request => request.Contains("Range:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task AResultThatChangedInBetween_IsTakenAnew()
    {
        byte[] other = [.. s_video.Reverse()];
        await using RawServer server = Serve("/clip.mp4", (connection, request) => RangeStart(request) == 0
            ? SendAsync(connection, "200 OK", s_video[..50_000], "ETag: \"v1\"\r\n", s_video.Length)
            : SendAsync(connection, "200 OK", other, "ETag: \"v2\"\r\n"));

        Assert.Equal(other, await File.ReadAllBytesAsync(Assert.Single(await DownloadAsync(server))));
    }

    [Theory]
    [InlineData("416 Range Not Satisfiable", "Content-Range: bytes */10\r\n")]
    [InlineData("206 Partial Content", "Content-Range: bytes 10-199999/200000\r\n")]
    [InlineData("206 Partial Content", "Content-Range: bytes 50000-199999/999999\r\n")]
    public async Task ARangeThatDoesNotFit_StartsAgain(string status, string headers)
    {
        int requests = 0;
        await using RawServer server = Serve("/clip.mp4", (connection, _) => Interlocked.Increment(ref requests) switch
        {
            1 => SendAsync(connection, "200 OK", s_video[..50_000], Headers(0), s_video.Length),
            2 => SendAsync(connection, status, s_video[50_000..], headers),
            _ => SendAsync(connection, "200 OK", s_video, Headers(0)),
        });

        Assert.Equal(s_video, await File.ReadAllBytesAsync(Assert.Single(await DownloadAsync(server))));
        Assert.Null(RawConnection.Header(FileRequests(server)[2], "Range"));
    }

    [Fact]
    public async Task ADownloadThatFailed_IsTakenUpByTheNextOne()
    {
        bool isDown = false;
        await using RawServer server = Serve("/clip.mp4", async (connection, request) =>
        {
            int from = RangeStart(request);
            if (Volatile.Read(ref isDown)) return;
            Volatile.Write(ref isDown, from == 0);
            await SendAsync(connection, from == 0 ? "200 OK" : "206 Partial Content", from == 0 ? s_video[..50_000] : s_video[from..], Headers(from), s_video.Length - from);
        });

        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server));
        Assert.Equal("task-unified-1", error.TaskId);
        Assert.DoesNotContain("clip.mp4", Directory.GetFiles(_folder).Select(Path.GetFileName));
        Volatile.Write(ref isDown, false);

        Assert.Equal(s_video, await File.ReadAllBytesAsync(Assert.Single(await DownloadAsync(server))));
        Assert.Equal("bytes=50000-", RawConnection.Header(FileRequests(server)[^1], "Range"));
    }

    [Theory]
    [InlineData("Content-Type: text/html\r\n", "anything")]
    [InlineData("Content-Type: video/mp4\r\n", "\r\n <!DOCTYPE HTML><p>Log in</p>")]
    public async Task AWebPage_IsNoResult(string headers, string body)
    {
        await using RawServer server = Serve("/clip.mp4", (connection, _) => SendAsync(connection, "200 OK", Encoding.UTF8.GetBytes(body), headers));

        await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task AFileThatIsThere_IsLeftAlone()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "clip.mp4"), "mine");
        await using RawServer server = Serve("/clip.mp4", (connection, _) => SendAsync(connection, "200 OK", s_video));

        string file = Assert.Single(await DownloadAsync(server));

        Assert.Equal("clip (2).mp4", Path.GetFileName(file));
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(_folder, "clip.mp4")));
    }

    [Fact]
    public async Task ADeadLink_IsAskedForAnew_Once()
    {
        int asked = 0;
        await using RawServer server = new(async connection =>
        {
            string request = (await connection.ReadRequestAsync())!;
            string host = "http://" + RawConnection.Header(request, "Host");
            if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", TestApi.Task("completed", $"\"results\":[\"{host}/{++asked}.mp4\"]"));
            else if (request.StartsWith("GET /1.mp4", StringComparison.Ordinal)) await connection.AnswerAsync("403 Forbidden", "");
            else await SendAsync(connection, "200 OK", s_video);
        });

        Assert.Equal("2.mp4", Path.GetFileName(Assert.Single(await DownloadAsync(server))));
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("403 Forbidden")]
    [InlineData("404 Not Found")]
    [InlineData("410 Gone")]
    public async Task ALinkThatStaysDead_IsAnExpiredResult(string status)
    {
        await using RawServer server = Serve("/clip.mp4", (connection, _) => connection.AnswerAsync(status, ""));

        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server));

        Assert.True(error.ResultExpired);
        Assert.Single(FileRequests(server));
    }

    [Fact]
    public async Task Redirects_AreFollowed_FiveTimes()
    {
        await using RawServer server = Serve("/0", (connection, request) =>
        {
            int hop = int.Parse(request.Split(' ')[1][1..], System.Globalization.CultureInfo.InvariantCulture);
            return hop < 5 ? connection.AnswerAsync("302 Found", "", $"Location: /{hop + 1}") : SendAsync(connection, "200 OK", s_video, "Content-Type: video/mp4\r\n");
        });
        Assert.Single(await DownloadAsync(server));

        await using RawServer loop = Serve("/0", (connection, _) => connection.AnswerAsync("302 Found", "", "Location: /0"));
        await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(loop));
        Assert.Equal(6, FileRequests(loop).Count);
    }

    [Theory]
    [InlineData("http://results.test/clip.mp4")]
    [InlineData("ftp://127.0.0.1/clip.mp4")]
    public async Task ARedirectToAnUnsafeAddress_IsNotFollowed(string location)
    {
        await using RawServer server = Serve("/clip.mp4", (connection, _) => connection.AnswerAsync("302 Found", "", "Location: " + location));

        await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server));
    }

    [Fact]
    public async Task AResultThatIsData_IsNoFile()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("200 OK", TestApi.Task("completed", "\"result_data\":{\"element_id\":1}"));
        });

        Assert.Empty(await DownloadAsync(server));
    }

    private async Task<IReadOnlyList<string>> DownloadAsync(RawServer server)
    {
        using TestClient client = new(server.Options(_time));
        return await _time.RunAsync(client.Resume("task-unified-1").DownloadAsync(_folder));
    }

    /// <summary>An API whose one task is completed, and the file that it names.</summary>
    private static RawServer Serve(string file, Func<RawConnection, string, Task> serveFile) => new(async connection =>
    {
        if (await connection.ReadRequestAsync() is not { } request) return;
        string host = "http://" + RawConnection.Header(request, "Host");
        if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", TestApi.Task("completed", $"\"results\":[\"{host}{file}\"]"));
        else await serveFile(connection, request);
    });

    private static List<string> FileRequests(RawServer server) => [.. server.Requests.Where(request => !request.StartsWith("GET /v1/tasks", StringComparison.Ordinal))];

    private static int RangeStart(string request) =>
        RawConnection.Header(request, "Range") is { } range ? int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string Headers(int from) => "ETag: \"v1\"\r\n" + (from == 0 ? "" : $"Content-Range: bytes {from}-{s_video.Length - 1}/{s_video.Length}\r\n");

    // A shorter body than announced is a cut: the connection ends after it.
    private static async Task SendAsync(RawConnection connection, string status, byte[] body, string headers = "", int? length = null)
    {
        await connection.WriteAsync($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}Content-Length: {length ?? body.Length}\r\n\r\n");
        await connection.WriteAsync(body);
    }
}
