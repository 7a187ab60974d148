using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Downloads;

/// <summary>A progress handler may throw and cancel as it likes: the task's id stays, and so does what has come.</summary>
public sealed class DownloadProgressTests : IDisposable
{
    private static readonly byte[] s_video = DownloadFolder.Video;

    private readonly DownloadFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(200_000)]
    public async Task AHandlerThatCancels_CancelsTheDownload(int at)
    {
        using CancellationTokenSource source = new();
        await using RawServer server = ServeVideo();

        EvolinkCanceledException error = await Assert.ThrowsAsync<EvolinkCanceledException>(() =>
            _folder.DownloadAsync(server, Telling(told => { if (told.Bytes >= at) source.Cancel(); }), source.Token));

        Assert.Equal((DownloadFolder.TaskId, source.Token), (error.TaskId, error.CancellationToken));
        await AssertResumedAsync(server);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200_000)]
    public async Task AHandlerThatThrowsACancellation_CancelsTheDownload(int at)
    {
        await using RawServer server = ServeVideo();

        EvolinkCanceledException error = await Assert.ThrowsAsync<EvolinkCanceledException>(() =>
            _folder.DownloadAsync(server, Telling(told => { if (told.Bytes >= at) throw new OperationCanceledException("enough"); })));

        Assert.Equal((DownloadFolder.TaskId, "enough"), (error.TaskId, error.InnerException!.Message));
        await AssertResumedAsync(server);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(TimeoutException))]
    public async Task AHandlerThatFails_EndsTheDownload_WithTheTasksId(Type type)
    {
        await using RawServer server = ServeVideo();
        Exception failure = (Exception)Activator.CreateInstance(type)!;

        EvolinkDownloadException error = await _folder.FailAsync(server, Telling(_ => throw failure));

        Assert.Same(failure, error.InnerException);
        Assert.Single(DownloadFolder.FileRequests(server));
        await AssertResumedAsync(server);
    }

    [Fact]
    public async Task AHandlerThatFails_DoesNotWaitForASilentServer()
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", async (connection, _) =>
        {
            await DownloadFolder.SendAsync(connection, "200 OK", s_video[..100_000], "ETag: \"v1\"\r\n", s_video.Length);
            await connection.StayAsync();
        });

        await _folder.FailAsync(server, Telling(_ => throw new InvalidOperationException()));

        Assert.Equal(TimeSpan.Zero, _folder.Time.Now);
    }

    [Fact]
    public async Task ProgressIsTold_NotMoreOftenThanEvery64Kib_AndAtTheEnd()
    {
        List<long> told = [];
        await using RawServer server = DownloadFolder.Serve("/v.mp4", async (connection, _) =>
        {
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {s_video.Length}\r\n\r\n");
            for (int at = 0; at < s_video.Length; at += 1000) await connection.WriteAsync(s_video.AsMemory(at, 1000));
        });

        await _folder.DownloadAsync(server, Telling(progress => told.Add(progress.Bytes)));

        Assert.Equal(s_video.Length, told[^1]);
        Assert.All(told.Zip(told.Skip(1)).SkipLast(1), pair => Assert.True(pair.Second - pair.First >= 64 * 1024));
    }

    [Fact]
    public async Task ACancelledDownload_TellsTheTasksId()
    {
        using CancellationTokenSource source = new();
        await using RawServer server = DownloadFolder.Serve("/v.mp4", async (connection, _) =>
        {
            await source.CancelAsync();
            await connection.StayAsync();
        });

        EvolinkCanceledException error = await Assert.ThrowsAsync<EvolinkCanceledException>(() => _folder.DownloadAsync(server, null, source.Token));

        Assert.Equal(DownloadFolder.TaskId, error.TaskId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACancelledDownload_OfAPaidTask_TellsItsIdAndItsKey(bool hasContentOperation)
    {
        using CancellationTokenSource source = new();
        TaskFamily<TestTask> family = new(TestApi.Query) { Content = hasContentOperation ? new ApiOperation("getContent", "GET", "/v1/content/{task_id}", "https://api.test") : null };
        ApiDescriptor descriptor = new() { ClientName = "TestClient", Servers = ["https://api.test"], TaskFamilies = [family] };
        await using RawServer server = DownloadFolder.Serve("/v.mp4", async (connection, request) =>
        {
            if (request.StartsWith("POST", StringComparison.Ordinal))
            {
                await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
                return;
            }

            await source.CancelAsync();
            await connection.StayAsync();
        });
        using TestClient client = new(server.Options(_folder.Time), descriptor: descriptor);
        TestRequest request = new() { Target = new ApiOperation("createVideo", "POST", "/v1/videos/generations", "https://api.test") { TaskFamily = family } };

        EvolinkCanceledException error = await Assert.ThrowsAsync<EvolinkCanceledException>(() => _folder.Time.RunAsync(client.GenerateToAsync(_folder.Path, request, cancellationToken: source.Token)));

        Assert.Equal((DownloadFolder.TaskId, RequestPhase.Complete, source.Token), (error.TaskId, error.Phase, error.CancellationToken));
        Assert.Equal(RawConnection.Header(server.Requests[0], "Idempotency-Key"), error.IdempotencyKey);
    }

    private static DownloadOptions Telling(Action<DownloadProgress> tell) => new() { Progress = new Handler(tell) };

    private static RawServer ServeVideo() => DownloadFolder.Serve("/v.mp4", (connection, request) =>
    {
        int from = DownloadFolder.RangeStart(request);
        string range = from == 0 ? "" : $"Content-Range: bytes {from}-{s_video.Length - 1}/{s_video.Length}\r\n";
        return DownloadFolder.SendAsync(connection, from == 0 ? "200 OK" : "206 Partial Content", s_video[from..], "ETag: \"v1\"\r\n" + range);
    });

    private async Task AssertResumedAsync(RawServer server)
    {
        Assert.Equal(["task-unified-1-1.part", "task-unified-1-1.part.json"], _folder.Files);

        string file = Assert.Single(await _folder.DownloadAsync(server));

        Assert.Equal(s_video, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.NotNull(RawConnection.Header(DownloadFolder.FileRequests(server)[^1], "Range"));
        Assert.Equal(["v.mp4"], _folder.Files);
    }

    private sealed class Handler(Action<DownloadProgress> tell) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => tell(value);
    }
}
