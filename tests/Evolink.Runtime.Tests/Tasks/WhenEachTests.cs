using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks;

public sealed class WhenEachTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Tasks_ComeAsTheyFinish_AndTheFailedOnesAreNamed()
    {
        // Each runs as many seconds as its id says; the longest fails.
        StubServer server = new(request =>
        {
            int seconds = Seconds(request);
            string status = _time.Now.TotalSeconds < seconds ? "processing" : seconds == 300 ? "failed" : "completed";
            return StubServer.Json($"{{\"id\":\"{seconds}\",\"status\":\"{status}\",\"results\":[\"https://r.test/1\"],\"error\":{{\"code\":\"content_policy_violation\"}}}}");
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        List<GenerationOutcome<TestTask>> outcomes = await _time.RunAsync(Collect(GenerationTask.WhenEach(Tasks(client, 300, 1, 20, 90), TestContext.Current.CancellationToken)));

        Assert.Equal(["1", "20", "90", "300"], outcomes.Select(outcome => outcome.Task.Id));
        Assert.Equal([true, true, true, false], outcomes.Select(outcome => outcome.IsCompleted));
        EvolinkTaskFailedException error = Assert.IsType<EvolinkTaskFailedException>(outcomes[3].Error);
        Assert.Equal(("300", "content_policy_violation"), (error.TaskId, error.Code));
        Assert.Same(error, Assert.Throws<EvolinkTaskFailedException>(outcomes[3].GetResult));
        Assert.Equal("20", outcomes[1].GetResult().Id);
        Assert.Equal(["1: completed", "300: EvolinkTaskFailedException"], [outcomes[0].ToString(), outcomes[3].ToString()]);
    }

    [Fact]
    public async Task LeavingTheLoop_EndsTheOtherWaits()
    {
        StubServer server = new(request => StubServer.Json(TestApi.Task(_time.Now.TotalSeconds < Seconds(request) ? "processing" : "completed", "\"results\":[\"https://r.test/1\"]")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        string first = await _time.RunAsync(FirstAsync(GenerationTask.WhenEach(Tasks(client, 300, 10, 300), TestContext.Current.CancellationToken)));

        Assert.Equal("10", first);
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

        Task<List<GenerationOutcome<TestTask>>> loop = Collect(GenerationTask.WhenEach(Tasks(client, 1, 2), cancel.Token));
        await cancel.CancelAsync();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task NoTasks_AreAnEmptyLoop() => Assert.Empty(await Collect(GenerationTask.WhenEach<TestTask>([], TestContext.Current.CancellationToken)));

    private static IEnumerable<GenerationTask<TestTask>> Tasks(TestClient client, params int[] seconds) =>
        seconds.Select(value => client.Resume(value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static int Seconds(StubRequest request) => int.Parse(request.Address.Segments[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<GenerationOutcome<TestTask>>> Collect(IAsyncEnumerable<GenerationOutcome<TestTask>> outcomes)
    {
        List<GenerationOutcome<TestTask>> all = [];
        await foreach (GenerationOutcome<TestTask> outcome in outcomes) all.Add(outcome);
        return all;
    }
}
