using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks;

public sealed class WhenEachTests
{
    private readonly ManualTimeProvider _time = new();
    private int _received;

    [Fact]
    public async Task Tasks_ComeAsTheyFinish_AndTheFailedOnesAreNamed()
    {
        // Each finishes when the one before it was received; the last one fails.
        string[] order = ["c", "a", "d", "b"];
        List<GenerationOutcome<TestTask>> outcomes = [];
        StubServer server = new(request =>
        {
            string id = request.Address.Segments[^1];
            string status = Array.IndexOf(order, id) > Volatile.Read(ref _received) ? "processing" : id == "b" ? "failed" : "completed";
            return StubServer.Json($"{{\"id\":\"{id}\",\"status\":\"{status}\",\"results\":[\"https://r.test/1\"],\"error\":{{\"code\":\"content_policy_violation\"}}}}");
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await _time.RunAsync(Collect(GenerationTask.WhenEach(Tasks(client, "a", "b", "c", "d"), TestContext.Current.CancellationToken), outcomes));

        Assert.Equal(order, outcomes.Select(outcome => outcome.Task.Id));
        Assert.Equal([true, true, true, false], outcomes.Select(outcome => outcome.IsCompleted));
        EvolinkTaskFailedException error = Assert.IsType<EvolinkTaskFailedException>(outcomes[3].Error);
        Assert.Equal(("b", "content_policy_violation"), (error.TaskId, error.Code));
        Assert.Same(error, Assert.Throws<EvolinkTaskFailedException>(outcomes[3].GetResult));
        Assert.Equal("c", outcomes[0].GetResult().Id);
        Assert.Equal(["c: completed", "b: EvolinkTaskFailedException"], [outcomes[0].ToString(), outcomes[3].ToString()]);
    }

    [Fact]
    public async Task LeavingTheLoop_EndsTheOtherWaits()
    {
        StubServer server = new(request => StubServer.Json(TestApi.Task(request.Address.Segments[^1] == "b" ? "completed" : "processing", "\"results\":[\"https://r.test/1\"]")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        string first = await _time.RunAsync(FirstAsync(GenerationTask.WhenEach(Tasks(client, "a", "b", "c"), TestContext.Current.CancellationToken)));

        Assert.Equal("b", first);

        // A question that was under way ends when it hears that nobody waits for it any more, on a thread of its own.
        for (int i = 0; i < 500 && _time.Timers > 0; i++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal(0, _time.Timers);

        static async Task<string> FirstAsync(IAsyncEnumerable<GenerationOutcome<TestTask>> outcomes)
        {
            await foreach (GenerationOutcome<TestTask> outcome in outcomes) return outcome.Task.Id;
            return "";
        }
    }

    [Fact]
    public async Task Cancelling_EndsTheLoop_WithTheCallersToken()
    {
        using CancellationTokenSource cancel = new();
        StubServer server = new(_ => StubServer.Json(TestApi.Task("processing")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        Task loop = Collect(GenerationTask.WhenEach(Tasks(client, "a", "b"), cancel.Token), []);
        await cancel.CancelAsync();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task NoTasks_AreAnEmptyLoop()
    {
        List<GenerationOutcome<TestTask>> outcomes = [];

        await Collect(GenerationTask.WhenEach<TestTask>([], TestContext.Current.CancellationToken), outcomes);

        Assert.Empty(outcomes);
    }

    private static IEnumerable<GenerationTask<TestTask>> Tasks(TestClient client, params string[] ids) => ids.Select(client.Resume);

    private async Task Collect(IAsyncEnumerable<GenerationOutcome<TestTask>> outcomes, List<GenerationOutcome<TestTask>> all)
    {
        await foreach (GenerationOutcome<TestTask> outcome in outcomes)
        {
            all.Add(outcome);
            Interlocked.Increment(ref _received);
        }
    }
}
