using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Polling;

public sealed class BatchTests
{
    private const string Result = "\"results\":[\"https://results.test/1.mp4\"]";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task WaitsThatAreDueTogether_AreAskedForTogether_FiftyAtATime()
    {
        BatchServer server = new(_time, id => Detail(id, until: 60));
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);

        await _time.RunAsync(Waits(client, 200));

        Assert.All(server.Batches, poll => Assert.InRange(poll.Ids.Count, 2, 50));
        Assert.All(server.Batches, poll => Assert.Equal(poll.Ids.Count, poll.Ids.Distinct().Count()));
        Assert.Contains(server.Batches, poll => poll.Ids.Count == 50);
        Assert.InRange(server.Polls.Count, 20, 200 * 60 / 15 / 4);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task AWaitByItself_IsAskedForByItself()
    {
        BatchServer server = new(_time, id => Detail(id, until: 60));
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);

        await _time.RunAsync(Waits(client, 1));

        Assert.Empty(server.Batches);
    }

    [Fact]
    public async Task WhereBatchesAreOff_EachTaskIsAskedForByItself()
    {
        BatchServer server = new(_time, id => Detail(id, until: 60));
        EvolinkOptions options = TestApi.Options(_time);
        options.Polling.UseBatch = false;
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(options, http);

        await _time.RunAsync(Waits(client, 100));

        Assert.Empty(server.Batches);
    }

    [Fact]
    public async Task WaitersOfOneId_AreOneEntryOfABatch()
    {
        BatchServer server = new(_time, id => Detail(id, until: 60));
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);

        await _time.RunAsync([.. Waits(client, 20), .. Waits(client, 20), .. Waits(client, 20)]);

        Assert.NotEmpty(server.Batches);
        Assert.All(server.Batches, poll => Assert.Equal(poll.Ids.Count, poll.Ids.Distinct().Count()));
        Assert.All(server.Batches, poll => Assert.InRange(poll.Ids.Count, 2, 20));
    }

    [Fact]
    public async Task Batches_KeepToTheRate_AndAreSpread()
    {
        BatchServer server = new(_time, id => Detail(id, until: 120));
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);

        await _time.RunAsync(Waits(client, 5000));

        Assert.All(server.Polls.GroupBy(poll => (int)poll.At.TotalSeconds), second => Assert.InRange(second.Count(), 1, 21));

        // Not all at once and then nothing: in the steady state no two seconds are without a poll.
        int[] busy = [.. server.Polls.Select(poll => (int)poll.At.TotalSeconds).Where(second => second is > 20 and < 120).Distinct()];
        Assert.InRange(busy.Length, 80, 100);
    }

    [Fact]
    public async Task AWaiterThatLeaves_DoesNotDisturbTheBatch_AndTheLastEndsIt()
    {
        TaskCompletionSource<int> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource one = new(), others = new();
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await one.CancelAsync();
            await others.CancelAsync();
            held.SetResult(await connection.ReadHeadAsync() is null ? 0 : 1);
        });
        EvolinkOptions options = server.Options(_time);
        using TestClient client = new(options, null, BatchServer.Descriptor);
        Task<TestTask> first = client.Resume("task-0").WaitAsync(cancellationToken: one.Token);
        Task<TestTask>[] rest = [.. Enumerable.Range(1, 9).Select(number => client.Resume($"task-{number}").WaitAsync(cancellationToken: others.Token))];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _time.RunAsync([first, .. rest]));

        foreach (Task<TestTask> wait in rest) Assert.Equal(others.Token, (await Assert.ThrowsAsync<EvolinkCanceledException>(() => wait)).CancellationToken);
        Assert.Equal(0, await held.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FamiliesThatHaveNoBatch_AreNotMixedIn()
    {
        BatchServer server = new(_time, id => Detail(id, until: 60));
        TaskFamily<TestTask> other = new(new ApiOperation("getOther", "GET", "/v2/tasks/{task_id}", "https://api.test")) { RequiresResults = true };
        using HttpClient http = server.Stub.Client();
        using SeveralFamiliesClient client = new(TestApi.Options(_time), http, BatchServer.Descriptor with { TaskFamilies = [BatchServer.Tasks, other] });

        await _time.RunAsync(
        [
            .. Enumerable.Range(0, 30).Select(number => client.Resume<TestTask>($"task-{number}", "getTask").WaitAsync()),
            .. Enumerable.Range(0, 5).Select(number => client.Resume<TestTask>($"other-{number}", "getOther").WaitAsync()),
        ]);

        Assert.All(server.Batches.SelectMany(poll => poll.Ids), id => Assert.StartsWith("task-", id, StringComparison.Ordinal));
        Assert.Equal(5, server.Singles.Where(poll => poll.Request.Address.AbsolutePath.StartsWith("/v2/", StringComparison.Ordinal)).SelectMany(poll => poll.Ids).Distinct().Count());
    }

    private static Task<TestTask>[] Waits(TestClient client, int count) => [.. Enumerable.Range(0, count).Select(number => client.Resume($"task-{number}").WaitAsync())];

    private string Detail(string id, int until) => _time.Now.TotalSeconds < until
        ? $$"""{"id":"{{id}}","status":"processing"}"""
        : $$"""{"id":"{{id}}","status":"completed",{{Result}}}""";

    private sealed class SeveralFamiliesClient(EvolinkOptions options, HttpClient http, ApiDescriptor descriptor) : EvolinkTaskClientBase(descriptor, options, http);
}
