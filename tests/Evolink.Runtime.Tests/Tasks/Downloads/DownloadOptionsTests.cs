using System.Collections.Concurrent;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Downloads;

public sealed class DownloadOptionsTests : IDisposable
{
    private static readonly byte[] s_video = [.. Enumerable.Range(0, 200_000).Select(index => (byte)(index * 31 / 7))];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "evolink-" + Guid.NewGuid().ToString("N"));
    private readonly ManualTimeProvider _time = new();

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(9, 3, 3)]
    [InlineData(40, 64, 16)]
    public async Task SeveralResults_AreDownloadedSideBySide_ButNoMoreThanAllowed(int results, int parallelism, int allowed)
    {
        Lock one = new();
        int active = 0, most = 0;
        TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = Serve(results, async (connection, index) =>
        {
            lock (one) most = Math.Max(most, ++active);
            if (active == allowed) full.TrySetResult();
            await full.Task;
            lock (one) active--;
            await SendAsync(connection, s_video[..(1000 + index)]);
        });

        IReadOnlyList<string> files = await DownloadAsync(server, new DownloadOptions { Parallelism = parallelism });

        Assert.Equal(allowed, most);
        Assert.Equal(Enumerable.Range(0, results).Select(index => 1000L + index), files.Select(file => new FileInfo(file).Length));
    }

    [Fact]
    public async Task Progress_IsToldInBytes_UpToTheWholeOfEachResult()
    {
        Recorder seen = new();
        await using RawServer server = Serve(2, (connection, _) => SendAsync(connection, s_video));

        await DownloadAsync(server, new DownloadOptions { Progress = seen });

        foreach (IGrouping<int, DownloadProgress> result in seen.All.GroupBy(progress => progress.Index))
        {
            Assert.Equal(result.Select(progress => progress.Bytes).Order(), result.Select(progress => progress.Bytes));
            Assert.Equal(new DownloadProgress("task-unified-1", result.Key, 2, s_video.Length, s_video.Length), result.Last());
        }

        Assert.Equal(2, seen.All.DistinctBy(progress => progress.Index).Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AResultThatIsTooLarge_IsGivenUp_AndLeavesNothing(bool isAnnounced)
    {
        await using RawServer server = Serve(1, async (connection, _) =>
        {
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nConnection: close\r\nETag: \"v1\"\r\n{(isAnnounced ? $"Content-Length: {s_video.Length}\r\n" : "")}\r\n");
            await connection.WriteAsync(s_video);
        });

        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server, new DownloadOptions { MaxBytes = s_video.Length - 1 }));

        Assert.Contains("MaxBytes", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task AResultOfExactlyTheMost_IsFine()
    {
        await using RawServer server = Serve(1, (connection, _) => SendAsync(connection, s_video));

        Assert.Single(await DownloadAsync(server, new DownloadOptions { MaxBytes = s_video.Length }));
    }

    [Fact]
    public async Task WhenOneResultFails_TheExceptionNamesTheFilesThatAreThere()
    {
        await using RawServer server = Serve(3, (connection, index) => index < 2 ? SendAsync(connection, s_video) : connection.AnswerAsync("418 Teapot", ""));

        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server, new DownloadOptions { Parallelism = 1 }));

        Assert.Equal(["0.mp4", "1.mp4"], error.CompletedFiles.Select(Path.GetFileName));
    }

    [Fact]
    public async Task AfterAPartialFailure_TheNextDownloadFetchesOnlyWhatIsMissing_AndLeavesNoNotes()
    {
        bool isBroken = true;
        await using RawServer server = Serve(3, (connection, index) => index < 2 || !isBroken ? SendAsync(connection, s_video) : connection.AnswerAsync("418 Teapot", ""));
        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server, new DownloadOptions { Parallelism = 1 }));
        isBroken = false;
        Recorder recorder = new();

        IReadOnlyList<string> files = await DownloadAsync(server, new DownloadOptions { Progress = recorder });

        Assert.Equal(error.CompletedFiles, files.Take(2));
        Assert.Equal(files.Order(), Directory.GetFiles(_folder).Order());
        Assert.Equal(4, server.Requests.Count(request => request.StartsWith("GET /out/", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(0, 3), index => Assert.Equal(s_video.Length, recorder.All.Last(told => told.Index == index).Bytes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFinishedFileThatIsGoneOrChanged_IsFetchedAgain(bool isGone)
    {
        bool isBroken = true;
        await using RawServer server = Serve(2, (connection, index) => index < 1 || !isBroken ? SendAsync(connection, s_video) : connection.AnswerAsync("418 Teapot", ""));
        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server, new DownloadOptions { Parallelism = 1 }));
        string first = Assert.Single(error.CompletedFiles);
        if (isGone) File.Delete(first);
        else await File.AppendAllTextAsync(first, "mine now", TestContext.Current.CancellationToken);
        isBroken = false;

        IReadOnlyList<string> files = await DownloadAsync(server, new DownloadOptions());

        Assert.Equal(isGone ? "0.mp4" : "0 (2).mp4", Path.GetFileName(files[0]));
        Assert.All(files, file => Assert.Equal(s_video.Length, new FileInfo(file).Length));
    }

    [Fact]
    public async Task AnotherTaskWhoseIdMakesTheSameFileName_GetsItsOwnResults()
    {
        bool isBroken = true;
        await using RawServer server = Serve(2, (connection, index) => index < 1 || !isBroken ? SendAsync(connection, s_video) : connection.AnswerAsync("418 Teapot", ""));
        using TestClient client = new(server.Options(_time));
        await Assert.ThrowsAsync<EvolinkDownloadException>(() => _time.RunAsync(client.Resume("task:1").DownloadAsync(_folder, new DownloadOptions { Parallelism = 1 })));
        isBroken = false;

        IReadOnlyList<string> files = await _time.RunAsync(client.Resume("task_1").DownloadAsync(_folder));

        Assert.Equal(["0 (2).mp4", "1.mp4"], files.Select(Path.GetFileName));
    }

    [Fact]
    public async Task ManyDeadLinks_AreAskedForAnewTogether()
    {
        int asked = 0;
        await using RawServer server = new(async connection =>
        {
            string request = (await connection.ReadRequestAsync())!;
            string host = "http://" + RawConnection.Header(request, "Host");
            if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", Task(host, 4, Interlocked.Increment(ref asked) == 1 ? "old" : "new"));
            else if (request.StartsWith("GET /old", StringComparison.Ordinal)) await connection.AnswerAsync("403 Forbidden", "");
            else await SendAsync(connection, s_video);
        });

        Assert.Equal(4, (await DownloadAsync(server, new DownloadOptions())).Count);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(0, 4, "MaxBytes")]
    [InlineData(-1, 4, "MaxBytes")]
    [InlineData(1, 0, "Parallelism")]
    [InlineData(1, 65, "Parallelism")]
    public async Task AnOptionOutOfRange_IsNamed(long maxBytes, int parallelism, string name)
    {
        using TestClient client = new(TestApi.Options(_time));

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Resume("task-unified-1").DownloadAsync(_folder, new DownloadOptions { MaxBytes = maxBytes, Parallelism = parallelism }, TestContext.Current.CancellationToken));

        Assert.Contains("DownloadOptions." + name, error.Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> DownloadAsync(RawServer server, DownloadOptions options)
    {
        using TestClient client = new(server.Options(_time));
        return await _time.RunAsync(client.Resume("task-unified-1").DownloadAsync(_folder, options));
    }

    private static RawServer Serve(int count, Func<RawConnection, int, Task> serveFile) => new(async connection =>
    {
        if (await connection.ReadRequestAsync() is not { } request) return;
        string host = "http://" + RawConnection.Header(request, "Host");
        if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", Task(host, count, "out"));
        else await serveFile(connection, int.Parse(Path.GetFileNameWithoutExtension(request.Split(' ')[1]), System.Globalization.CultureInfo.InvariantCulture));
    });

    private static string Task(string host, int count, string folder) =>
        TestApi.Task("completed", $"\"results\":[{string.Join(',', Enumerable.Range(0, count).Select(index => $"\"{host}/{folder}/{index}.mp4\""))}]");

    private static async Task SendAsync(RawConnection connection, byte[] body)
    {
        await connection.WriteAsync($"HTTP/1.1 200 OK\r\nConnection: close\r\nETag: \"v1\"\r\nContent-Length: {body.Length}\r\n\r\n");
        await connection.WriteAsync(body);
    }

    private sealed class Recorder : IProgress<DownloadProgress>
    {
        private readonly ConcurrentQueue<DownloadProgress> _all = new();

        public IReadOnlyList<DownloadProgress> All => [.. _all];

        public void Report(DownloadProgress value) => _all.Enqueue(value);
    }
}
