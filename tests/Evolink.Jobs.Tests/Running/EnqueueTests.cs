using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What enqueueing promises.</summary>
public sealed class EnqueueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AJob_IsWrittenDownBeforeAnythingIsSent()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();

        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);

        Assert.Equal((JobState.Queued, "wan2.7-reference-video"), (job.State, job.Model));
        Assert.Empty(world.Simulator.Requests);
        Assert.Equivalent(job, await host.Store().FindAsync(job.Id, Token), strict: true);
    }

    [Fact]
    public async Task TheSameKeyAndRequest_GiveTheSameJob()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        JobOptions options = new() { Key = "order-4711" };

        GenerationJob first = await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token);
        GenerationJob second = await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Id, (await host.Jobs().FindByKeyAsync("order-4711", Token))!.Id);
    }

    [Fact]
    public async Task TheSameKeyAndAnotherRequest_AreAnError()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob first = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { Key = "order" }, Token);

        EvolinkJobKeyException taken = await Assert.ThrowsAsync<EvolinkJobKeyException>(() => host.Jobs().EnqueueAsync(JobWorld.Request("A dog"), new JobOptions { Key = "order" }, Token));

        Assert.Equal(("order", first.Id), (taken.Key, taken.JobId));
    }

    [Fact]
    public async Task AnInvalidRequest_IsNotStored()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();

        await Assert.ThrowsAsync<EvolinkValidationException>(() => host.Jobs().EnqueueAsync(new Wan2_7ReferenceVideoRequest { Prompt = "A cat", VideoUrls = [] }, cancellationToken: Token));

        Assert.Empty(await host.Jobs().ListAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task OptionsOutOfRange_AreNamed()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        (JobOptions Options, string Name)[] wrong =
        [
            (new JobOptions { Key = " " }, "Key"), (new JobOptions { Key = new string('k', 257) }, "Key"), (new JobOptions { SaveTo = "" }, "SaveTo"),
            (new JobOptions { MaxCredits = -1 }, "MaxCredits"), (new JobOptions { ExpiresAfter = TimeSpan.Zero }, "ExpiresAfter"), (new JobOptions { FallbackModels = [""] }, "FallbackModels"),
        ];

        foreach ((JobOptions options, string name) in wrong)
        {
            ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token));
            Assert.StartsWith($"JobOptions.{name} ", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AJobThatIsNotThere_IsAnError()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();

        await Assert.ThrowsAsync<KeyNotFoundException>(() => host.Jobs().WaitAsync("job-x", Token));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => host.Jobs().CancelAsync("job-x", Token));
        Assert.Null(await host.Jobs().FindAsync("job-x", Token));
    }

    [Fact]
    public void JobsOutOfRange_AreRefusedAtTheStart()
    {
        Microsoft.Extensions.DependencyInjection.ServiceCollection services = new();
        Assert.Contains("MaxConcurrency", Assert.Throws<ArgumentException>(() => services.AddEvolinkJobs(static jobs => jobs.MaxConcurrency = 0)).Message, StringComparison.Ordinal);
        Assert.Contains("SubmissionsPerSecond", Assert.Throws<ArgumentException>(() => services.AddEvolinkJobs(static jobs => jobs.SubmissionsPerSecond = double.NaN)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JobsTwiceInOneHost_AreRefused()
    {
        Microsoft.Extensions.DependencyInjection.ServiceCollection services = new();
        services.AddEvolinkJobs(static jobs => jobs.UseInMemory());

        Assert.StartsWith("The host has jobs already.", Assert.Throws<InvalidOperationException>(() => services.AddEvolinkJobs(static jobs => jobs.UseInMemory())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHostWithoutAClient_SaysWhatIsMissing()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddEvolinkJobs(static jobs => jobs.UseInMemory().DrivesJobs = false);
        using IHost host = builder.Build();

        InvalidOperationException missing = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token));
        Assert.Contains("services.AddEvolink(", missing.Message, StringComparison.Ordinal);
    }
}
