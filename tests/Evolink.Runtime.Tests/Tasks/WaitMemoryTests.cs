using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks;

[Collection(Alone.Name)]
public sealed class WaitMemoryTests
{
    private const int Many = 1000;

    [Fact]
    public async Task AThousandWaits_HoldFewKilobytesEach()
    {
        ManualTimeProvider time = new();
        using CancellationTokenSource cancel = new();
        StubServer server = new(_ => StubServer.Json(TestApi.Task("processing"))) { KeepsRequests = false };
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(time), http);
        await Assert.ThrowsAsync<EvolinkTaskTimeoutException>(() => time.RunAsync(client.Resume("task-unified-1").WaitAsync(cancellationToken: cancel.Token)));
        long before = Held();

        Task<TestTask>[] waits = [.. Enumerable.Range(0, Many).Select(number => client.Resume($"task-unified-{number}").WaitAsync(cancellationToken: cancel.Token))];
        await time.RunForAsync(TimeSpan.FromMinutes(3));
        long perWait = (Held() - before) / Many;

        Assert.InRange(perWait, 0, 4096);
        Assert.Equal(1, time.Timers);
        await cancel.CancelAsync();
        foreach (Task<TestTask> wait in waits) await Assert.ThrowsAsync<EvolinkCanceledException>(() => wait);
    }

    /// <summary>What is held once all is gone that earlier tests have left behind: finalizers let go of more, until nothing goes any more.</summary>
    private static long Held()
    {
        long held = Collect(), before;
        do
        {
            before = held;
            held = Collect();
        }
        while (held < before);
        return held;
    }

    private static long Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
