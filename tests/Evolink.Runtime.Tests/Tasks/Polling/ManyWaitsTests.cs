using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Polling;

public sealed class ManyWaitsTests
{
    private const string Result = "\"results\":[\"https://results.test/1.mp4\"]";
    private const int Many = 1000;

    private readonly ManualTimeProvider _time = new();
    private readonly PollLog _log;

    public ManyWaitsTests() => _log = new PollLog(_time);

    [Fact]
    public async Task SeveralWaitersOnOneTask_ShareItsQuestions()
    {
        using HttpClient http = Server(until: TimeSpan.FromMinutes(2)).Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await _time.RunAsync([.. Enumerable.Range(0, 20).Select(_ => client.Resume("task-unified-1").WaitAsync())]);

        // One waiter alone asks some 13 times in two minutes; together they ask when the most eager one does.
        Assert.InRange(_log.Count, 8, 25);
    }

    [Fact]
    public async Task AWaiterWhoJoinsLate_BeginsWithWhatTheOthersKnow()
    {
        using HttpClient http = Server(until: TimeSpan.FromMinutes(2)).Client();
        using TestClient client = new(TestApi.Options(_time), http);
        await using IAsyncEnumerator<TestTask> first = client.Resume("task-unified-1").WatchAsync().GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await using IAsyncEnumerator<TestTask> second = client.Resume("task-unified-1").WatchAsync().GetAsyncEnumerator(TestContext.Current.CancellationToken);

        await _time.RunAsync(first.MoveNextAsync().AsTask());
        await _time.RunAsync(second.MoveNextAsync().AsTask());

        Assert.Equal(1, _log.Count);
        Assert.Equal(GenerationStatus.Processing, second.Current.Status);
    }

    [Fact]
    public async Task AWaiterWhoLeaves_DoesNotDisturbTheOthers()
    {
        using CancellationTokenSource cancel = new();
        using HttpClient http = Server(until: TimeSpan.FromSeconds(30)).Client();
        using TestClient client = new(TestApi.Options(_time), http);

        Task<TestTask> leaves = client.Resume("task-unified-1").WaitAsync(cancellationToken: cancel.Token);
        Task<TestTask> stays = client.Resume("task-unified-1").WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<EvolinkCanceledException>(() => leaves);
        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(stays)).Status);
    }

    [Fact]
    public async Task CancellingInTheMiddleOfAQuestion_EndsTheWaitAtOnce_AndTheQuestionToo()
    {
        using CancellationTokenSource cancel = new();
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await cancel.CancelAsync();
            if (await connection.ReadHeadAsync() is null) ended.SetResult();
        });
        using TestClient client = new(server.Options(_time));

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() =>
            _time.RunAsync(client.Resume("task-unified-1").WaitAsync(cancellationToken: cancel.Token)));

        Assert.Equal(("task-unified-1", cancel.Token), (canceled.TaskId, canceled.CancellationToken));
        Assert.Equal(TimeSpan.Zero, _time.Now);
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AThousandWaits_KeepToTheClientsRate_AndAskNoMoreThanItAllows()
    {
        using HttpClient http = Server(until: TimeSpan.FromMinutes(10)).Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await _time.RunAsync(Waits(client));

        // 20 a second for the 600 seconds that the tasks run, and one last question each.
        Assert.InRange(_log.Count, 12_500, 13_100);
        Assert.InRange(_log.Peak(TimeSpan.Zero, _time.Now), 20, 21);
        Assert.InRange(_log.FewestPerTask, 11, _log.MostPerTask);
        Assert.InRange(_log.MostPerTask, _log.FewestPerTask, 16);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task WaitsThatStartTogether_AreSpreadOverOneInterval()
    {
        using HttpClient http = Server(until: TimeSpan.FromMinutes(2)).Client();
        using TestClient client = new(EveryFiveSeconds(), http);

        await _time.RunAsync(Waits(client));

        double mean = Many / 5.0;
        Assert.InRange(_log.Peak(TimeSpan.Zero, TimeSpan.FromMinutes(2)), mean, 1.5 * mean);
        Assert.InRange(_log.FewestPerTask, 22, 27);
        Assert.InRange(_log.MostPerTask, 22, 28);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WaitsThatComeBackAfterAnOutage_DoNotComeTogether(bool isRateLimit)
    {
        StubServer server = new(request =>
        {
            _log.Add(request);
            return _time.Now.TotalSeconds switch
            {
                < 60 => StubServer.Json(TestApi.Task("processing")),
                < 120 => isRateLimit ? StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "60") : throw new HttpRequestException("The network is down."),
                < 180 => StubServer.Json(TestApi.Task("processing")),
                _ => StubServer.Json(TestApi.Task("completed", Result)),
            };
        });
        using HttpClient http = server.Client();
        using TestClient client = new(EveryFiveSeconds(), http);

        await _time.RunAsync(Waits(client));

        double mean = Many / 5.0;
        Assert.InRange(_log.Peak(TimeSpan.FromSeconds(120), _time.Now), mean / 2, 1.5 * mean);

        // An outage is not asked about more than anything else is, and a server that wants a rest gets it.
        int during = _log.Between(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
        Assert.InRange(during, 0, isRateLimit ? 10 : 1.1 * 60 * mean);
    }

    [Fact]
    public async Task AMachineThatSlept_DoesNotAskForAllAtOnce()
    {
        using HttpClient http = Server(until: TimeSpan.FromHours(2)).Client();
        using TestClient client = new(EveryFiveSeconds(), http);
        using CancellationTokenSource cancel = new();
        Task<TestTask>[] waits = [.. Enumerable.Range(0, Many).Select(number => client.Resume($"task-unified-{number}").WaitAsync(cancellationToken: cancel.Token))];
        await _time.RunForAsync(TimeSpan.FromSeconds(30));
        TimeSpan asleep = _time.Now;

        _time.Sleep(TimeSpan.FromMinutes(20));
        await _time.RunForAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, _log.Between(asleep + TimeSpan.FromSeconds(5), asleep + TimeSpan.FromMinutes(20)));
        Assert.InRange(_log.Peak(asleep + TimeSpan.FromMinutes(20), _time.Now), 100, 300);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<EvolinkCanceledException>(() => waits[0]);
    }

    [Fact]
    public async Task ATooOften_RestsTheWholeClient()
    {
        StubServer server = new(request =>
        {
            _log.Add(request);
            return request.Number == 1 ? StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "40") : StubServer.Json(TestApi.Task("completed", Result));
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await _time.RunAsync([.. Enumerable.Range(0, 50).Select(number => client.Resume($"task-unified-{number}").WaitAsync())]);

        Assert.Equal(1, _log.Between(TimeSpan.Zero, TimeSpan.FromSeconds(40)));
        Assert.Equal(51, _log.Count);

        // Afterwards the client asks at half its rate, and comes back to the whole of it with good responses.
        Assert.InRange(_log.Between(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41)), 1, 15);
    }

    [Fact]
    public async Task ACreateThatIsTurnedAway_RestsTheQuestionsToo()
    {
        StubServer server = new(request =>
        {
            if (request.Method == "POST") return StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "45");
            _log.Add(request);
            return StubServer.Json(TestApi.Task("completed", Result));
        });
        EvolinkOptions options = TestApi.Options(_time);
        options.SubmitRetry = SubmitRetry.Never;
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);
        await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest(), TestContext.Current.CancellationToken));

        await _time.RunAsync(client.Resume("task-unified-1").WaitAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(0, _log.Between(TimeSpan.Zero, TimeSpan.FromSeconds(45)));
    }

    [Fact]
    public async Task CreatesThatAreTurnedAwayAgainAndAgain_DoNotKeepAWaitFromAsking()
    {
        StubServer server = new(request =>
        {
            if (request.Method == "POST") return StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "61");
            _log.Add(request);
            return StubServer.Json(TestApi.Task("completed", Result));
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        Task<TestTask> wait = client.Resume("task-unified-1").WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        for (int second = 0; second < 100; second++)
        {
            await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest(), TestContext.Current.CancellationToken));
            await _time.RunForAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(wait)).Status);
        Assert.InRange(_log.Between(TimeSpan.Zero, TimeSpan.FromSeconds(80)), 1, 2);
    }

    [Fact]
    public async Task ARestBeyondTheLimitOfAWait_DoesNotProlongIt()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "60"));
        EvolinkOptions options = TestApi.Options(_time);
        options.Polling.Timeout = TimeSpan.FromSeconds(20);
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);

        EvolinkTaskTimeoutException error = await Assert.ThrowsAsync<EvolinkTaskTimeoutException>(() =>
            _time.RunAsync(client.Resume("task-unified-1").WaitAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal(TimeSpan.FromSeconds(20), _time.Now);
        Assert.IsType<EvolinkApiException>(error.InnerException);
    }

    [Fact]
    public async Task WithNobodyWaiting_NothingRuns()
    {
        using CancellationTokenSource cancel = new();
        using HttpClient http = Server(until: TimeSpan.FromHours(1)).Client();
        using TestClient client = new(TestApi.Options(_time), http);
        Assert.Equal(0, _time.Timers);

        Task<TestTask>[] waits = [.. Enumerable.Range(0, 100).Select(number => client.Resume($"task-unified-{number}").WaitAsync(cancellationToken: cancel.Token))];
        await _time.RunForAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _time.Timers);
        await cancel.CancelAsync();
        foreach (Task<TestTask> wait in waits) await Assert.ThrowsAsync<EvolinkCanceledException>(() => wait);

        int asked = _log.Count;
        Assert.Equal(0, _time.Timers);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(asked, _log.Count);
    }

    [Fact]
    public async Task DisposingTheClient_EndsItsWaits_AndKeepsTheTasksIds()
    {
        using HttpClient http = Server(until: TimeSpan.FromHours(1)).Client();
        TestClient client = new(TestApi.Options(_time), http);
        Task<TestTask>[] waits = [.. Enumerable.Range(0, 10).Select(number => client.Resume($"task-unified-{number}").WaitAsync())];
        await _time.RunForAsync(TimeSpan.FromMinutes(1));

        client.Dispose();

        for (int number = 0; number < waits.Length; number++)
        {
            EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => waits[number]);
            Assert.Equal($"task-unified-{number}", error.TaskId);
            Assert.IsType<ObjectDisposedException>(error.InnerException);
        }

        Assert.Equal(0, _time.Timers);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Resume("task-unified-1").WaitAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    private static Task<TestTask>[] Waits(TestClient client) => [.. Enumerable.Range(0, Many).Select(number => client.Resume($"task-unified-{number}").WaitAsync())];

    // A pace that does not grow, and a rate that does not smooth it: what is left is how the waits are spread.
    private EvolinkOptions EveryFiveSeconds()
    {
        EvolinkOptions options = TestApi.Options(_time);
        options.Polling.MinimumInterval = options.Polling.MaximumInterval = TimeSpan.FromSeconds(5);
        options.Polling.RequestsPerSecond = 10_000;
        return options;
    }

    private StubServer Server(TimeSpan until) => new(request =>
    {
        _log.Add(request);
        return StubServer.Json(_time.Now < until ? TestApi.Task("processing") : TestApi.Task("completed", Result));
    });
}
