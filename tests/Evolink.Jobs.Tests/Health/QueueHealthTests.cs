using Evolink.Jobs.Running;
using Evolink.Jobs.Tests.Support;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Health;

/// <summary>The check says whether the store answers, whether this process drives its jobs, and whether one waits too long.</summary>
public sealed class QueueHealthTests
{
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AHostThatDrivesItsJobs_IsHealthy_AndCountsThem()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { ProcessingFor = TimeSpan.FromHours(1) });
        using IHost host = await world.StartHostAsync(services: static services => services.AddHealthChecks().AddEvolinkJobs());
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.Jobs().WaitForAsync(job.Id, JobState.Running, Token);

        HealthReportEntry entry = await CheckAsync(host);

        Assert.Equal((HealthStatus.Healthy, "0 jobs are queued, 1 are under way."), (entry.Status, entry.Description));
        Assert.Equal((1, 0, true), (entry.Data["running"], entry.Data["outcome_unknown"], entry.Data["is_driving"]));
        Assert.True(entry.Data.ContainsKey("silence_seconds"));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task JobsThatNobodyDrives_AreLate()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = CreateHost(world, services => services.AddHealthChecks().AddEvolinkJobs(static options => options.MaxLag = TimeSpan.FromMinutes(2)), drives: false);
        await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);

        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);

        _clock.Advance(TimeSpan.FromSeconds(2));
        HealthReportEntry late = await CheckAsync(host);
        Assert.Equal((HealthStatus.Degraded, "A job has been due for 121 seconds; 1 are queued."), (late.Status, late.Description));
        Assert.Equal((121d, false, 1), (late.Data["oldest_due_seconds"], late.Data["is_driving"], late.Data["queued"]));
        Assert.False(late.Data.ContainsKey("silence_seconds"));
    }

    [Fact]
    public async Task AStoreThatDoesNotAnswer_Fails()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost(
            static jobs => jobs.UseSqlite("/dev/null/no/jobs.db"), static services => services.AddHealthChecks().AddEvolinkJobs().AddEvolinkJobs(name: "mild", failureStatus: HealthStatus.Degraded));

        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        Assert.Equal((HealthStatus.Unhealthy, "The store of the jobs does not answer."), (report.Entries["evolink-jobs"].Status, report.Entries["evolink-jobs"].Description));
        Assert.Equal(HealthStatus.Degraded, report.Entries["mild"].Status);
    }

    [Fact]
    public async Task AProcessThatHangs_Fails()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = CreateHost(world, static services => services.AddHealthChecks().AddEvolinkJobs(static options => options.MaxSilence = TimeSpan.FromSeconds(30)), drives: true);
        JobServices jobs = host.Services.GetRequiredService<JobServices>();
        using OwnedShard shard = new(0, 1);
        jobs.Shards.Add(shard);
        jobs.Pulse.Beat();

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);

        _clock.Advance(TimeSpan.FromSeconds(1));
        HealthReportEntry silent = await CheckAsync(host);
        Assert.Equal((HealthStatus.Unhealthy, "This process has not gone through its jobs for 31 seconds."), (silent.Status, silent.Description));
    }

    [Fact]
    public async Task AStandbyThatTakesOver_WasNotSilent()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = CreateHost(world, static services => services.AddHealthChecks().AddEvolinkJobs(), drives: true);
        JobDispatcher dispatcher = host.Services.GetRequiredService<JobDispatcher>();
        JobServices jobs = host.Services.GetRequiredService<JobServices>();
        _clock.Advance(TimeSpan.FromHours(1));

        using OwnedShard first = dispatcher.Own(0, 1);
        Assert.Equal(TimeSpan.Zero, jobs.Pulse.Silence);

        // One that has shards already gains no time by another.
        _clock.Advance(TimeSpan.FromSeconds(9));
        using OwnedShard second = dispatcher.Own(1, 1);
        Assert.Equal(TimeSpan.FromSeconds(9), jobs.Pulse.Silence);
    }

    [Fact]
    public void OptionsOutOfRange_AreNamed()
    {
        IHealthChecksBuilder checks = new ServiceCollection().AddHealthChecks();
        Assert.Contains("MaxLag", Assert.Throws<ArgumentException>(() => checks.AddEvolinkJobs(static options => options.MaxLag = TimeSpan.Zero)).Message, StringComparison.Ordinal);
        Assert.Contains("MaxSilence", Assert.Throws<ArgumentException>(() => checks.AddEvolinkJobs(static options => options.MaxSilence = TimeSpan.Zero)).Message, StringComparison.Ordinal);
    }

    private static async Task<HealthReportEntry> CheckAsync(IHost host) => (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["evolink-jobs"];

    private IHost CreateHost(JobWorld world, Action<IServiceCollection> checks, bool drives) => world.CreateHost(
        jobs => jobs.DrivesJobs = drives,
        services =>
        {
            services.AddSingleton<TimeProvider>(_clock);
            checks(services);
        });
}
