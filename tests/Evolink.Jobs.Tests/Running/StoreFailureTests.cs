using Evolink.Jobs.Limits;
using Evolink.Jobs.Running;
using Evolink.Jobs.Stores;
using Evolink.Jobs.Tests.Support;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>A database that goes away at the worst moments.</summary>
public sealed class StoreFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JobState.Submitting)]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Completed)]
    public async Task AWriteWhoseAnswerIsLost_CountsAsWritten(JobState state)
    {
        int failures = 0;
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await StartAsync(world, store => store.FailsAfter = job => job.State == state && Interlocked.Increment(ref failures) == 1);

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        Assert.Equal((JobState.Completed, 1), (end.State, end.Sends));
        Assert.Single(world.Simulator.Ledger);
        Assert.NotEqual(0, failures);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AStopWhileARefusalCannotBeStored_WaitsForIt()
    {
        int failures = 0;
        TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = static request => request.Kind == RequestKind.Create ? Fault.Status(402) : null });
        using IHost host = await StartAsync(world, store => store.FailsBefore = job =>
        {
            if (job.Attempts == 0 || Interlocked.Increment(ref failures) > 1) return false;
            failed.SetResult();
            return true;
        });
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await failed.Task.WaitAsync(Token);

        await host.StopAsync(Token);

        GenerationJob left = (await host.Store().FindAsync(job.Id, Token))!;
        Assert.Equal((JobState.Queued, 0, 1), (left.State, left.Sends, left.Attempts));
    }

    [Fact]
    public async Task AStoreThatFailsWhileItsShardsAreLost_EndsNoHost()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        FailingStore? store = null;
        using IHost host = await StartAsync(world, made => store = made);
        await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        // The one call that is under way finds the store gone, just after a job has found out that another process drives.
        int lost = 0;
        JobDispatcher dispatcher = host.Services.GetRequiredService<JobDispatcher>();
        JobServices services = host.Services.GetRequiredService<JobServices>();
        store!.FindsOpen = () =>
        {
            if (Interlocked.Increment(ref lost) > 1) return;
            dispatcher.Lost!(services.Shards.All[0]);
            throw new IOException("The database is not there.");
        };
        CancellationToken stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        while (Volatile.Read(ref lost) < 2 && !stopping.IsCancellationRequested) await Task.Delay(10, Token);

        Assert.False(stopping.IsCancellationRequested);
        Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token)).State);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AProcessWhoseStoreFails_IsHeardOfAllTheSame()
    {
        ManualTimeProvider clock = new();
        CountingGate gate = new();
        bool isDown = false;
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await StartAsync(
            world,
            store => store.FindsOpen = () =>
            {
                if (Volatile.Read(ref isDown)) throw new IOException("The database is not there.");
            },
            services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IJobGate>(gate));
        while (Volatile.Read(ref gate.Reports) == 0) await AdvanceAsync();

        // The pauses between its tries are 1, 2, 4, 8, 16, 32 and 60 seconds.
        Volatile.Write(ref isDown, true);
        TimeSpan start = clock.Now;
        int before = Volatile.Read(ref gate.Reports);
        while (clock.Now - start < TimeSpan.FromMinutes(1) || Volatile.Read(ref gate.Reports) < before + 30)
        {
            Assert.True(clock.Now - start < TimeSpan.FromHours(2), $"{Volatile.Read(ref gate.Reports) - before} reports in {clock.Now - start}");
            await AdvanceAsync();
        }

        await host.StopAsync(Token);

        async Task AdvanceAsync()
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(2, Token);
        }
    }

    private static Task<IHost> StartAsync(JobWorld world, Action<FailingStore> configure, Action<IServiceCollection>? services = null) => world.StartHostAsync(
        jobs => jobs.UseStore(provider =>
        {
            FailingStore store = new(new InMemoryJobStore(TimeProvider.System));
            configure(store);
            return store;
        }),
        services);

    private sealed class CountingGate : IJobGate
    {
        public int Reports;

        public ValueTask<JobPermits> TakeAsync(JobDemand demand, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref Reports);
            return ValueTask.FromResult(new JobPermits(demand.Wanted.Count, IsPaced: false, TimeSpan.Zero));
        }
    }
}
