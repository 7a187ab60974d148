using Evolink.Jobs.Running;
using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What becomes of files that are paid for where not all of them can be saved.</summary>
public sealed class SavingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADeadLink_KeepsNoOtherResultFromBeingSaved()
    {
        string[] results = [], tasks = [];
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions
        {
            Script = _ => results.Length == 0 ? null : TaskScript.Completing(TimeSpan.Zero, TimeSpan.Zero) with { Results = results },
            Faults = request => request.Kind != RequestKind.Download ? null : request.Path.Contains(tasks[1], StringComparison.Ordinal) ? Fault.Status(403) : Fault.Late(TimeSpan.FromMilliseconds(300)),
        });
        using IHost host = await world.StartHostAsync();
        IGenerationClient client = host.Services.GetRequiredService<IGenerationClient>();
        tasks = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await client.SubmitAsync(JobWorld.Request(), new RequestOptions(), Token)).Id));
        foreach (string task in tasks) await client.ResumeTask(JobWorld.Request(), task).WaitAsync(cancellationToken: Token);
        results = [.. tasks.Select(task => new Uri(world.Simulator.BaseAddress, $"/results/{task}.mp4").AbsoluteUri)];

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = world.Results }, Token)).Id, Token);
        await host.StopAsync(Token);

        Assert.Equal((JobState.Expired, "results_expired"), (end.State, end.Error!.Code));
        Assert.Equal(new[] { 1, 3, 4, 5, 6 }.Select(number => Path.Combine(world.Results, $"{end.Id}-{number}.mp4")), end.Files);
        Assert.All(end.Files, static file => Assert.True(new FileInfo(file).Length > 0));
        Assert.Equal(end.Files, Directory.GetFileSystemEntries(world.Results).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATaskThatIsGone_LeavesWhatHasComeWhole(bool isMovedInPart)
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob job = await AddSavingAsync(host, "task-unified-1-gone", world.Results, DateTimeOffset.UtcNow);
        string staging = Path.Combine(world.Results, ".evolink-jobs", job.Id);
        Directory.CreateDirectory(staging);
        foreach (string name in (string[])["2.mp4", "10.mp4", "3.part", "3.part.json"]) await File.WriteAllTextAsync(Path.Combine(staging, name), name, Token);
        await File.WriteAllTextAsync(Path.Combine(staging, "4.mp4"), "", Token);
        if (isMovedInPart) File.Move(Path.Combine(staging, "2.mp4"), Path.Combine(world.Results, $"{job.Id}-2.mp4"));
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);
        await host.StopAsync(Token);

        Assert.Equal((JobState.Expired, "results_expired"), (end.State, end.Error!.Code));
        Assert.Equal(new[] { 2, 10 }.Select(number => Path.Combine(world.Results, $"{job.Id}-{number}.mp4")), end.Files);
        Assert.Equal(["2.mp4", "10.mp4"], end.Files.Select(static file => File.ReadAllText(file)));
        Assert.False(Directory.Exists(staging));
    }

    [Fact]
    public async Task ASavingThatFails_HoldsNoPlaceWhileItRests()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync(static jobs => jobs.MaxConcurrency = 1);
        GenerationJob blocked = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = await BlockedAsync(world) }, Token);
        await host.Jobs().WaitForAsync(blocked.Id, JobState.Saving, Token);

        GenerationJob next = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        GenerationJob end = await host.Jobs().WaitAsync(next.Id, Token).WaitAsync(TimeSpan.FromMinutes(2), Token);

        Assert.Equal(JobState.Completed, end.State);
        Assert.Equal(JobState.Saving, (await host.Jobs().FindAsync(blocked.Id, Token))!.State);

        // It is tried again, and saved when it can be.
        File.Delete(Path.GetDirectoryName(blocked.SaveTo)!);
        Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(blocked.Id, Token)).State);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ASavingThatFailsForLongerThanResultsLive_Ends()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationTask task = await host.Services.GetRequiredService<IGenerationClient>().SubmitAsync(JobWorld.Request(), new RequestOptions(), Token);
        GenerationJob old = await AddSavingAsync(host, task.Id, await BlockedAsync(world), DateTimeOffset.UtcNow.AddDays(-3));
        GenerationJob young = await AddSavingAsync(host, task.Id, old.SaveTo!, DateTimeOffset.UtcNow.AddHours(-25));
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(old.Id, Token).WaitAsync(TimeSpan.FromMinutes(2), Token);

        Assert.Equal((JobState.Expired, "results_expired", 0), (end.State, end.Error!.Code, end.Files.Count));
        Assert.Contains("blocked", end.Error.Message, StringComparison.Ordinal);
        Assert.Equal(JobState.Saving, (await host.Jobs().FindAsync(young.Id, Token))!.State);
        await host.StopAsync(Token);
    }

    [Fact]
    public void AJobThatRests_IsRememberedAsLongAsItMayComeBack()
    {
        StandingClock clock = new();
        RestingJobs resting = new(clock);
        resting.Add("job-1", 3, TimeSpan.FromSeconds(4));
        Assert.Equal((true, 3), (resting.Contains("job-1"), resting.FailuresOf("job-1")));

        clock.Now = TimeSpan.FromSeconds(4);
        Assert.Equal((false, 3), (resting.Contains("job-1"), resting.FailuresOf("job-1")));

        clock.Now = TimeSpan.FromHours(2);
        resting.Add("job-2", 1, TimeSpan.FromSeconds(4));
        Assert.Equal((0, 1), (resting.FailuresOf("job-1"), resting.FailuresOf("job-2")));
        resting.Remove("job-2");
        Assert.False(resting.Contains("job-2"));
    }

    /// <summary>A folder that cannot be made: a file is in its place.</summary>
    private static async Task<string> BlockedAsync(JobWorld world)
    {
        string file = Path.Combine(world.Folder, "blocked");
        await File.WriteAllTextAsync(file, "", Token);
        return Path.Combine(file, "out");
    }

    /// <summary>A job as a process leaves it whose task was completed at some time.</summary>
    private static async Task<GenerationJob> AddSavingAsync(IHost host, string taskId, string saveTo, DateTimeOffset completed)
    {
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = saveTo }, Token);
        await host.Store().UpdateAsync(job with { State = JobState.Saving, Sends = 1, TaskId = taskId, SubmittedAt = completed, UpdatedAt = completed, Result = "{}" }, null, Token);
        return job;
    }
}
