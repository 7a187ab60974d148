using System.Collections.Concurrent;
using System.Globalization;
using Evolink.Jobs.Tests.Support;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>A service that turns creates away for a while: jobs wait for it in the store, and none is lost or sent too soon.</summary>
public sealed class ThrottlingTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly ConcurrentQueue<TimeSpan> _creates = [];
    private int _inFlight;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, string?, double> Refusals => new()
    {
        { 429, "60", 60 },
        { 429, "date", 60 },
        { 429, "7", 7 },
        { 429, "86400", 86400 },
        { 429, "nonsense", 0.5 },
        { 503, "60", 60 },
        { 503, "date", 60 },
        { 503, "86400", 86400 },
        { 402, null, 60 },
        { 402, "5", 60 },
        { 401, null, 60 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task AJobThatIsTurnedAway_StaysQueued_AndIsSentAgainWhenItMay(int status, string? retryAfter, double seconds)
    {
        await using JobWorld world = await StartAsync(status, retryAfter, times: 1);
        using IHost host = await StartHostAsync(world);
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        Task<GenerationJob> wait = host.Jobs().WaitAsync(job.Id, Token);

        if (seconds >= 5)
        {
            // Meanwhile it is in the store, and holds no place of another's.
            await UntilAsync(async () => (await host.Jobs().FindAsync(job.Id, Token))!.Attempts == 1, TimeSpan.FromMilliseconds(100));
            GenerationJob waiting = (await host.Jobs().FindAsync(job.Id, Token))!;
            Assert.Equal((JobState.Queued, 0), (waiting.State, waiting.Sends));
            Assert.InRange((waiting.NotBefore - waiting.UpdatedAt).TotalSeconds, seconds - 2, seconds + 2);
            Assert.False(wait.IsCompleted);
        }

        if (seconds > 600) await UntilAsync(() => Task.FromResult(_clock.Now.TotalSeconds > seconds - 600), TimeSpan.FromMinutes(5));
        await UntilAsync(() => Task.FromResult(wait.IsCompleted), TimeSpan.FromSeconds(1));
        GenerationJob end = await wait;

        Assert.Equal(JobState.Completed, end.State);
        Assert.Single(world.Simulator.Ledger);
        Assert.Equal(2, _creates.Count);
        TimeSpan[] creates = [.. _creates];
        Assert.True((creates[1] - creates[0]).TotalSeconds >= seconds - 2, $"sent at {string.Join(", ", creates)}");
        await StopAsync(host);
    }

    [Fact]
    public async Task TheOthers_AreSlowed_AndNotLost()
    {
        await using JobWorld world = await StartAsync(429, "60", times: 3);
        using IHost host = await StartHostAsync(world);
        GenerationJob[] jobs = [.. await Task.WhenAll(Enumerable.Range(0, 20).Select(index => host.Jobs().EnqueueAsync(JobWorld.Request($"Take {index}"), cancellationToken: Token)))];
        Task<GenerationJob[]> wait = Task.WhenAll(jobs.Select(job => host.Jobs().WaitAsync(job.Id, Token)));

        await UntilAsync(() => Task.FromResult(wait.IsCompleted), TimeSpan.FromSeconds(1));

        Assert.All(await wait, static end => Assert.Equal(JobState.Completed, end.State));
        Assert.Equal(20, world.Simulator.Ledger.Count);

        // Whoever is asked to wait does not have all the others ask as well.
        Assert.InRange(_creates.Count, 23, 23 + 16);
        await StopAsync(host);
    }

    [Fact]
    public async Task AJobThatWaits_CanBeCancelledAtOnce()
    {
        await using JobWorld world = await StartAsync(429, "60", times: 100);
        using IHost host = await StartHostAsync(world);
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await UntilAsync(async () => (await host.Jobs().FindAsync(job.Id, Token))!.Attempts == 1, TimeSpan.FromMilliseconds(100));

        GenerationJob canceled = await host.Jobs().CancelAsync(job.Id, Token);

        Assert.Equal(JobState.Canceled, canceled.State);
        Assert.Equal(JobState.Canceled, (await host.Jobs().WaitAsync(job.Id, Token)).State);
        Assert.Empty(world.Simulator.Ledger);
        await StopAsync(host);
    }

    [Fact]
    public async Task AHostThatStopsWhileItIsTurnedAway_LeavesAJobThatWasNotSent()
    {
        await using JobWorld world = await StartAsync(429, "1", times: 100);
        GenerationJob job;
        using (IHost host = await StartHostAsync(world))
        {
            job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
            await UntilAsync(() => Task.FromResult(!_creates.IsEmpty && Volatile.Read(ref _inFlight) == 0), TimeSpan.Zero);
            await StopAsync(host);
        }

        using IHost next = world.CreateHost();
        GenerationJob left = (await next.Jobs().FindAsync(job.Id, Token))!;
        Assert.Equal((JobState.Queued, 0), (left.State, left.Sends));
    }

    private static Task<JobWorld> StartAsync(int status, string? retryAfter, int times)
    {
        int creates = 0;
        return JobWorld.StartAsync(new SimulatorOptions
        {
            Faults = request => request.Kind == RequestKind.Create && Interlocked.Increment(ref creates) <= times
                ? Fault.Status(status, retryAfter == "date" ? (DateTimeOffset.UtcNow + s_minute).ToString("r", CultureInfo.InvariantCulture) : retryAfter)
                : null,
        });
    }

    private Task<IHost> StartHostAsync(JobWorld world) => world.StartHostAsync(services: services =>
    {
        services.AddSingleton<TimeProvider>(_clock);
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new Watcher(this)));
    });

    private static async Task StopAsync(IHost host) => await host.StopAsync(Token);

    /// <summary>Lets time pass, but never while a request is on its way: no timeout of an attempt comes to its end by that.</summary>
    private async Task UntilAsync(Func<Task<bool>> isReached, TimeSpan step)
    {
        for (int steps = 0; !await isReached(); steps++)
        {
            Assert.True(steps < 4000, $"Nothing comes of it by {_clock.Now}; creates at {string.Join(", ", _creates)}.");
            await Task.Delay(5, Token);
            if (Volatile.Read(ref _inFlight) == 0) _clock.Advance(step);
        }
    }

    /// <summary>Notes when creates are sent, and what is on its way.</summary>
    private sealed class Watcher(ThrottlingTests owner) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Interlocked.Increment(ref owner._inFlight);
            try
            {
                // A batch of polls is a POST as well, and has no key.
                if (request.Headers.Contains("Idempotency-Key")) owner._creates.Enqueue(owner._clock.Now);
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                return response;
            }
            finally
            {
                Interlocked.Decrement(ref owner._inFlight);
            }
        }
    }
}
