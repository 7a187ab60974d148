using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.AspNetCore.Tests;

/// <summary>A callback ends a job whose polls are an hour apart, whichever process drives it.</summary>
public sealed class JobWakeTests : IDisposable
{
    private static readonly GenerationRequest s_request = new Happyhorse1_0ImageToVideoRequest { ImageUrls = [new("https://cdn.example.com/cat.png")] };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-jobs-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InTheProcessThatDrives_TheJobEndsByTheCallback()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(services: services => services.AddEvolinkJobs(jobs => jobs.UseSqlite(Database)));
        IGenerationJobs jobs = host.App.Services.GetRequiredService<IGenerationJobs>();
        GenerationJob job = await RunAsync(jobs);

        await host.CallAsync(host.Urls.Create(), Body(job.TaskId!));

        Assert.Equal(JobState.Completed, (await jobs.WaitAsync(job.Id, Cancellation)).State);
        await host.App.StopAsync(Cancellation);
    }

    [Fact]
    public async Task ThroughTheStore_AnotherProcessIsWoken()
    {
        await using WebhookHost web = await WebhookHost.StartAsync(services: services => services.AddEvolinkJobs(jobs =>
        {
            jobs.UseSqlite(Database);
            jobs.DrivesJobs = false;
        }));
        using IHost driver = CreateDriver(web);
        await driver.StartAsync(Cancellation);
        IGenerationJobs jobs = web.App.Services.GetRequiredService<IGenerationJobs>();
        GenerationJob job = await RunAsync(jobs);

        await web.CallAsync(web.Urls.Create(), Body(job.TaskId!));

        Assert.Equal(JobState.Completed, (await jobs.WaitAsync(job.Id, Cancellation)).State);
        await driver.StopAsync(Cancellation);
    }

    [Fact]
    public async Task ACallbackThatTheServiceMakesByItself_MayComeBeforeTheJobKnowsItsTask()
    {
        // The simulator's tasks are done at once, and so it calls while the create is still being answered.
        await using WebhookHost host = await WebhookHost.StartAsync(configure: static options => options.AddToRequests = true, services: services => services.AddEvolinkJobs(jobs => jobs.UseSqlite(Database)));
        IGenerationJobs jobs = host.App.Services.GetRequiredService<IGenerationJobs>();
        GenerationJob job = await jobs.EnqueueAsync(s_request, cancellationToken: Cancellation);

        Assert.Equal(JobState.Completed, (await jobs.WaitAsync(job.Id, Cancellation)).State);
        await host.App.StopAsync(Cancellation);
    }

    [Fact]
    public async Task AHandlerThatThrows_HoldsUpNobody()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(services: static services => services.AddSingleton<ITaskNotificationHandler, Thrower>());
        GenerationTask<TaskDetailResponse> task = await host.Client.SubmitAsync(s_request, Cancellation);

        await host.CallAsync(host.Urls.Create(), Body(task.Id));
        await WebhookHost.UntilAsync(() => !host.Handled.IsEmpty);

        Assert.Contains("Thrower could not be told that the task " + task.Id, host.Log.Own, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Database => Path.Combine(_folder.FullName, "jobs.db");

    private static string Body(string id) => $$"""{"created":1,"id":"{{id}}","model":"m","status":"completed","progress":100}""";

    private static async Task<GenerationJob> RunAsync(IGenerationJobs jobs)
    {
        GenerationJob job = await jobs.EnqueueAsync(s_request, cancellationToken: Cancellation);
        return await jobs.WatchAsync(job.Id, Cancellation).FirstAsync(static update => update.State == JobState.Running, Cancellation);
    }

    /// <summary>A process of its own, but for the process.</summary>
    private IHost CreateDriver(WebhookHost web)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddEvolink(options =>
        {
            (options.ApiKey, options.BaseAddress) = (web.Simulator.ApiKey, web.Simulator.BaseAddress);
            options.Polling.MinimumInterval = options.Polling.MaximumInterval = TimeSpan.FromHours(1);
        });
        builder.Services.AddEvolinkJobs(jobs => jobs.UseSqlite(Database));
        return builder.Build();
    }

    private sealed class Thrower : ITaskNotificationHandler
    {
        public Task NotifyTaskAsync(string taskId, CancellationToken cancellationToken) => throw new InvalidOperationException("No.");
    }
}
