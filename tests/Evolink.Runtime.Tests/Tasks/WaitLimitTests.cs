using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks;

/// <summary>A wait ends at its limit, although a question hangs.</summary>
public sealed class WaitLimitTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(500);

    private readonly ManualTimeProvider _time = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task AWait_WithAHangingQuestion_EndsAtItsLimit()
    {
        using HttpClient http = new(new Hanging(this));
        using TestClient client = Client(http);

        await AssertEndsInTimeAsync(client.Resume("task-unified-1").WaitAsync());
    }

    [Fact]
    public async Task AWatch_WithAHangingQuestion_EndsAtItsLimit()
    {
        using HttpClient http = new(new Hanging(this));
        using TestClient client = Client(http);

        await AssertEndsInTimeAsync(WatchAsync(client.Resume("task-unified-1")));
    }

    [Fact]
    public async Task RequestOptionsTimeout_HoldsInTheWait_WithAHangingQuestion()
    {
        using HttpClient http = new(new Hanging(this));
        using TestClient client = Client(http, hasLimit: false);

        Task<TestTask> generate = client.GenerateAsync(new TestRequest(), new RequestOptions { Timeout = s_limit });
        _time.Advance(s_limit);

        await AssertEndsAsync(generate, passed: s_limit);
    }

    [Fact]
    public async Task AnAnswerWithinTheGrace_StillCounts()
    {
        using HttpClient http = new(new Hanging(this));
        using TestClient client = Client(http);
        Task<TestTask> wait = client.Resume("task-unified-1").WaitAsync();
        await AskedAsync();

        _time.Advance(s_limit);
        _answer.SetResult(StubServer.Json(TestApi.Task("completed", "\"results\":[\"https://r.test/1\"]")));

        Assert.Equal(GenerationStatus.Completed, (await wait.WaitAsync(TimeSpan.FromSeconds(20))).Status);
    }

    [Fact]
    public async Task ALongerWait_ForTheSameTask_GoesOn()
    {
        using HttpClient http = new(new Hanging(this));
        using TestClient client = Client(http, hasLimit: false);
        Task<TestTask> patient = client.Resume("task-unified-1").WaitAsync();
        await AskedAsync();
        Task<TestTask> hasty = client.Resume("task-unified-1").WaitAsync(null, s_limit, CancellationToken.None);

        await AssertEndsInTimeAsync(hasty);
        Assert.False(patient.IsCompleted);
        _answer.SetResult(StubServer.Json(TestApi.Task("completed", "\"results\":[\"https://r.test/1\"]")));

        Assert.Equal(GenerationStatus.Completed, (await patient.WaitAsync(TimeSpan.FromSeconds(20))).Status);
    }

    private static async Task WatchAsync(GenerationTask<TestTask> task)
    {
        await foreach (TestTask _ in task.WatchAsync())
        {
            // The exception at the end is what counts.
        }
    }

    private async Task AssertEndsInTimeAsync(Task wait)
    {
        await AskedAsync();
        _time.Advance(s_limit);
        await AssertEndsAsync(wait, passed: s_limit);
    }

    private async Task AssertEndsAsync(Task wait, TimeSpan passed)
    {
        await AskedAsync();
        _time.Advance(s_grace);
        EvolinkTaskTimeoutException error = await Assert.ThrowsAsync<EvolinkTaskTimeoutException>(() => wait.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("task-unified-1", error.TaskId);
        Assert.Equal(passed + s_grace, _time.Now);
    }

    // The clock's timers fire when it is told the time, the one for "at once" too.
    private async Task AskedAsync()
    {
        for (int i = 0; i < 2000 && !_asked.Task.IsCompleted; i++)
        {
            _time.Advance(TimeSpan.Zero);
            await Task.Delay(10);
        }

        Assert.True(_asked.Task.IsCompleted);
    }

    private TestClient Client(HttpClient http, bool hasLimit = true)
    {
        EvolinkOptions options = TestApi.Options(_time);
        if (hasLimit) options.Polling.Timeout = s_limit;
        return new TestClient(options, http);
    }

    // Answers a create, and leaves a query open; it does not even listen to its cancellation.
    private sealed class Hanging(WaitLimitTests test) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null) await request.Content.ReadAsByteArrayAsync(cancellationToken);
            if (request.Method == HttpMethod.Post) return StubServer.Json(TestApi.Task("pending"));
            test._asked.TrySetResult();
            return await test._answer.Task;
        }
    }
}
