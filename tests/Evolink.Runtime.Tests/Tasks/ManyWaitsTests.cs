using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks;

public sealed class ManyWaitsTests
{
    private const string Result = "\"results\":[\"https://results.test/1.mp4\"]";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task SeveralWaitersOnOneTask_ShareItsQuestions()
    {
        StubServer server = new(_ => StubServer.Json(_time.Now.TotalMinutes < 2 ? TestApi.Task("processing") : TestApi.Task("completed", Result)));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await _time.RunAsync([.. Enumerable.Range(0, 20).Select(_ => client.Resume("task-unified-1").WaitAsync())]);

        // One waiter alone asks some 13 times in two minutes.
        Assert.InRange(server.Requests.Count, 8, 40);
    }

    [Fact]
    public async Task AWaiterWhoLeaves_DoesNotDisturbTheOthers()
    {
        using CancellationTokenSource cancel = new();
        StubServer server = new(_ => StubServer.Json(_time.Now.TotalSeconds < 30 ? TestApi.Task("processing") : TestApi.Task("completed", Result)));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        Task<TestTask> leaves = client.Resume("task-unified-1").WaitAsync(cancellationToken: cancel.Token);
        Task<TestTask> stays = client.Resume("task-unified-1").WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<EvolinkCanceledException>(() => leaves);
        Assert.Equal(GenerationStatus.Completed, (await _time.RunAsync(stays)).Status);
    }

    [Fact]
    public async Task AThousandWaits_KeepToTheClientsRate()
    {
        Dictionary<int, int> perSecond = [];
        StubServer server = new(_ =>
        {
            lock (perSecond) perSecond[(int)_time.Now.TotalSeconds] = perSecond.GetValueOrDefault((int)_time.Now.TotalSeconds) + 1;
            return StubServer.Json(_time.Now.TotalMinutes < 2 ? TestApi.Task("processing") : TestApi.Task("completed", Result));
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await _time.RunAsync([.. Enumerable.Range(0, 1000).Select(number => client.Resume($"task-unified-{number}").WaitAsync())]);

        Assert.InRange(perSecond.Values.Max(), 1, 21);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task ATooOften_RestsTheWholeClient()
    {
        StubServer server = new(request => request.Number == 1
            ? StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "40")
            : StubServer.Json(TestApi.Task("completed", Result)));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await _time.RunAsync(client.Resume("task-unified-1").WaitAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.True(_time.Now >= TimeSpan.FromSeconds(40));
    }
}
