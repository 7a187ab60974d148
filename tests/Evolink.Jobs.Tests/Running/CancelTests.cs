using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>A job that is cancelled while its files are saved leaves nothing of them behind.</summary>
public sealed class CancelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AJobThatIsCancelledWhileItIsSaved_LeavesNoFolder(bool isDriven)
    {
        // What is downloaded ends too early again and again.
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = static request => request.Kind == RequestKind.Download ? Fault.Status(500) : null });
        string staging = Path.Combine(world.Results, ".evolink-jobs");
        IHost host = await world.StartHostAsync();
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = world.Results }, Token);
        await host.Jobs().WaitForAsync(job.Id, JobState.Saving, Token);
        while (!Directory.Exists(Path.Combine(staging, job.Id))) await Task.Delay(5, Token);
        if (!isDriven)
        {
            await host.StopAsync(Token);
            host.Dispose();
            Assert.True(Directory.Exists(staging));
            host = world.CreateHost(static jobs => jobs.DrivesJobs = false);
        }

        GenerationJob canceled = await host.Jobs().CancelAsync(job.Id, Token);
        await host.StopAsync(Token);

        Assert.Equal(JobState.Canceled, canceled.State);
        Assert.False(Directory.Exists(staging));
        host.Dispose();
    }
}
