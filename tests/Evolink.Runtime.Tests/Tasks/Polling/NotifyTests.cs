using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Polling;

/// <summary>Who waits for a task asks at once when somebody says that it has ended, and believes the service alone.</summary>
public sealed class NotifyTests
{
    private const string Id = "task-unified-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWait_AsksAtOnce_AndGoesOnWaitingUntilTheServiceSaysSo()
    {
        using StubServer server = StubServer.Sequence(
            static () => StubServer.Json(TestApi.Task("processing")),
            static () => StubServer.Json(TestApi.Task("completed", "\"results\":[\"https://cdn.test/1.mp4\"]")));
        using HttpClient http = server.Client();

        // Nobody would ask within the hour.
        EvolinkOptions options = TestApi.Options();
        options.Polling.MinimumInterval = options.Polling.MaximumInterval = TimeSpan.FromHours(1);
        using TestClient client = new(options, http);
        Task<TestTask> wait = client.Resume(Id).WaitAsync(cancellationToken: Cancellation);
        await NotifyUntilAsync(client, () => server.Requests.Count == 1);
        Assert.False(wait.IsCompleted);

        await NotifyUntilAsync(client, () => wait.IsCompleted);
        await wait;
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void NobodyIsTold_WhereNobodyWaits()
    {
        using TestClient client = new(TestApi.Options());
        Assert.False(client.NotifyTask(Id));
    }

    [Fact]
    public void AnotherTask_IsNotAskedFor()
    {
        using StubServer server = StubServer.Sequence(static () => StubServer.Json(TestApi.Task("processing")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);
        _ = client.Resume(Id).WaitAsync(cancellationToken: Cancellation);
        Assert.False(client.NotifyTask("task-unified-2"));
    }

    private static async Task NotifyUntilAsync(TestClient client, Func<bool> isReached)
    {
        while (!isReached())
        {
            client.NotifyTask(Id);
            await Task.Delay(10, Cancellation);
        }
    }
}
