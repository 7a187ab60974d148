using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks;

public sealed class WaitTests
{
    private const string Result = "\"results\":[\"https://results.test/1.mp4\"]";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task AWait_FollowsTheTaskToItsEnd_AndReportsEveryChange()
    {
        StubServer server = Server(
            () => Task("pending"), () => Task("processing", "\"progress\":10"), () => Task("processing", "\"progress\":10"),
            () => Task("processing", "\"progress\":60"), () => Task("completed", Result));
        List<string> seen = [];

        TestTask done = await _time.RunAsync(WaitAsync(server, new Reporter(task => seen.Add($"{task.Status} {task.Progress}"))));

        Assert.Equal(GenerationStatus.Completed, done.Status);
        Assert.Equal(["pending ", "processing 10", "processing 60", "completed "], seen);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task ProgressThatRunsBackwards_IsNoChange()
    {
        StubServer server = Server(() => Task("processing", "\"progress\":50"), () => Task("processing", "\"progress\":20"), () => Task("processing", "\"progress\":700"), () => Task("completed", Result));
        List<double?> seen = [];
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        GenerationTask<TestTask> task = client.Resume("task-unified-1");

        await _time.RunAsync(task.WaitAsync(new Reporter(update => seen.Add(update.Progress)), TestContext.Current.CancellationToken));

        Assert.Equal([50, 700, null], seen);
        Assert.Equal(100, task.Progress);
    }

    [Fact]
    public async Task AFailedTask_ThrowsWithWhatTheServerSays()
    {
        StubServer server = Server(() => Task("failed", "\"error\":{\"code\":\"content_policy_violation\",\"message\":\"Blocked.\\nTry again\"}"));

        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => _time.RunAsync(WaitAsync(server)));

        Assert.Equal(("task-unified-1", "content_policy_violation", false), (error.TaskId, error.Code, error.MayBeCured));
        Assert.Equal(GenerationStatus.Failed, error.SnapshotAs<TestTask>()!.Status);
        Assert.Contains("Blocked. Try again", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failed", "")]
    [InlineData("cancelled", "\"error\":null")]
    [InlineData("FAILED", "\"error\":{\"code\":77}")]
    public async Task AFailedTask_MayLackItsReason(string status, string members)
    {
        StubServer server = Server(() => Task(status, members));

        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => _time.RunAsync(WaitAsync(server)));

        Assert.Null(error.MayBeCured);
        Assert.Equal(status, error.Status.Value);
    }

    [Fact]
    public async Task AnUnknownStatus_IsWaitedThrough()
    {
        StubServer server = Server(() => Task("queued_at_provider"), () => Task("moderating"), () => StubServer.Json("{\"id\":\"task-unified-1\"}"), () => Task("completed", Result));

        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(WaitAsync(server))).Status);
    }

    [Fact]
    public async Task AnUnknownStatus_IsNotWaitedThroughForEver()
    {
        StubServer server = Server(() => Task("hibernating"));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => _time.RunAsync(WaitAsync(server)));

        Assert.Equal("hibernating", error.Snapshot!.Value.GetProperty("status").GetString());
        Assert.InRange(_time.Now.TotalMinutes, 10, 10.5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"results\":[]")]
    [InlineData("\"results\":[\"ftp://x\"]")]
    public async Task ACompletionWithoutUsableResults_IsAskedForThreeTimesMore(string members)
    {
        StubServer server = Server(() => Task("completed", members));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => _time.RunAsync(WaitAsync(server)));

        Assert.Equal(4, server.Requests.Count);
        Assert.NotNull(error.Snapshot);
    }

    [Fact]
    public async Task ACompletionWhoseResultsComeLate_IsACompletion()
    {
        StubServer server = Server(() => Task("completed"), () => Task("completed", "\"results\":null"), () => Task("completed", "\"result_data\":{\"element_id\":1}"));

        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(WaitAsync(server))).Status);
    }

    [Fact]
    public async Task ANotFound_JustAfterTheCreate_IsALag()
    {
        StubServer server = new(request => request.Number switch
        {
            1 => Task("pending"),
            2 or 3 => StubServer.Error(HttpStatusCode.NotFound, "task_not_found"),
            _ => Task("completed", Result),
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(client.GenerateAsync(new TestRequest(), cancellationToken: TestContext.Current.CancellationToken))).Status);
    }

    [Fact]
    public async Task ANotFound_ThatStays_IsTheEnd_AfterTheGrace()
    {
        StubServer server = new(request => request.Number == 1 ? Task("pending") : StubServer.Error(HttpStatusCode.NotFound, "task_not_found"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => _time.RunAsync(client.GenerateAsync(new TestRequest(), cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal("task-unified-1", error.TaskId);
        Assert.Equal(server.Requests[0].IdempotencyKey, error.IdempotencyKey);
        Assert.InRange(_time.Now.TotalSeconds, 15, 35);
    }

    [Fact]
    public async Task ANotFound_ForAResumedTask_IsTheEndAtOnce()
    {
        StubServer server = Server(() => StubServer.Error(HttpStatusCode.NotFound, "task_not_found"));

        await Assert.ThrowsAsync<EvolinkTaskException>(() => _time.RunAsync(WaitAsync(server)));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task ARefusal_EndsTheWaitAtOnce_WithTheTasksId(HttpStatusCode status)
    {
        StubServer server = Server(() => Task("pending"), () => StubServer.Error(status));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => _time.RunAsync(WaitAsync(server)));

        Assert.Equal("task-unified-1", error.TaskId);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task ErrorsThatPass_DoNotEndTheWait()
    {
        // A third of the questions fail for three minutes, in every way.
        StubServer server = new(request => (request.Number % 3, _time.Now.TotalMinutes) switch
        {
            (_, > 3) => Task("completed", Result),
            (0, _) => request.Number % 2 == 0 ? StubServer.Error(HttpStatusCode.InternalServerError) : throw new HttpRequestException("The network is down."),
            (1, _) => Task("processing"),
            _ => StubServer.Json("<html>"),
        });

        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(WaitAsync(server))).Status);
    }

    [Fact]
    public async Task FiveMinutesWithoutAGoodAnswer_EndTheWait_AndNotTheTask()
    {
        StubServer server = Server(() => Task("processing"), () => StubServer.Error(HttpStatusCode.BadGateway));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => _time.RunAsync(WaitAsync(server)));

        Assert.InRange(_time.Now.TotalMinutes, 5, 5.5);
        Assert.Contains("resume it", error.Message, StringComparison.Ordinal);
        Assert.IsType<EvolinkApiException>(error.InnerException);
        Assert.Equal("processing", error.Snapshot!.Value.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("image", 10)]
    [InlineData("video", 60)]
    [InlineData("hologram", 60)]
    public async Task TheLimitOfAWait_FollowsTheKindOfTask_AndIsNeverPassed(string type, int minutes)
    {
        StubServer server = Server(() => Task("processing", $"\"type\":\"{type}\""));

        EvolinkTaskTimeoutException error = await Assert.ThrowsAsync<EvolinkTaskTimeoutException>(() => _time.RunAsync(WaitAsync(server)));

        Assert.Equal(TimeSpan.FromMinutes(minutes), error.Timeout);
        Assert.InRange(_time.Now, error.Timeout - TimeSpan.FromSeconds(2), error.Timeout);
        Assert.NotNull(error.Snapshot);
    }

    [Fact]
    public async Task AWaitShorterThanItsInterval_StillAsksOnce()
    {
        StubServer server = Server(() => Task("pending"), () => Task("completed", Result));
        EvolinkOptions options = TestApi.Options(_time);
        options.Polling.Timeout = TimeSpan.FromSeconds(1);
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);

        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(client.GenerateAsync(new TestRequest(), cancellationToken: TestContext.Current.CancellationToken))).Status);
        Assert.Equal(TimeSpan.FromSeconds(1), _time.Now);
    }

    [Fact]
    public async Task CancellingAWait_KeepsTheTasksId()
    {
        using CancellationTokenSource cancel = new();
        StubServer server = Server(() => Task("pending"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        Task<TestTask> generate = client.GenerateAsync(new TestRequest(), cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() => generate);
        Assert.Equal(("task-unified-1", server.Requests[0].IdempotencyKey), (canceled.TaskId, canceled.IdempotencyKey));
        Assert.Equal(cancel.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task TheFirstEnd_StaysTheEnd()
    {
        StubServer server = Server(() => Task("completed", Result), () => Task("failed"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        GenerationTask<TestTask> task = client.Resume("task-unified-1");

        await _time.RunAsync(task.WaitAsync(cancellationToken: TestContext.Current.CancellationToken));
        await task.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal(GenerationStatus.Completed, (await task.WaitAsync(cancellationToken: TestContext.Current.CancellationToken)).Status);
        Assert.Equal(GenerationStatus.Completed, task.Status);
    }

    [Fact]
    public async Task Watching_GivesAFailedTaskAsTheLastElement()
    {
        StubServer server = Server(() => Task("pending"), () => Task("pending"), () => Task("failed"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        List<string> seen = await _time.RunAsync(Collect(client.Resume("task-unified-1")));

        Assert.Equal(["pending", "failed"], seen);

        static async Task<List<string>> Collect(GenerationTask<TestTask> task)
        {
            List<string> seen = [];
            await foreach (TestTask update in task.WatchAsync()) seen.Add(update.Status.Value);
            return seen;
        }
    }

    private async Task<TestTask> WaitAsync(StubServer server, IProgress<TestTask>? progress = null)
    {
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        return await client.Resume("task-unified-1").WaitAsync(progress);
    }

    private static HttpResponseMessage Task(string status, string members = "") => StubServer.Json(TestApi.Task(status, members));

    private static StubServer Server(params Func<HttpResponseMessage>[] answers) => StubServer.Sequence(answers);

    // Progress<T> reports later, on another thread; a test wants to know now.
    private sealed class Reporter(Action<TestTask> report) : IProgress<TestTask>
    {
        public void Report(TestTask value) => report(value);
    }
}
