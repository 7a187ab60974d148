using Evolink.Jobs.Stores.Sqlite;
using Evolink.Jobs.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Tests.Running;

/// <summary>A host whose database holds rows that it cannot read drives all the others.</summary>
public sealed class SpoiledRowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SpoiledRows_StopNoOtherJob()
    {
        RecordingLogger log = new();
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost(services: services => services.AddLogging(logging => logging.AddProvider(log)));
        GenerationJob queued = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { Key = "order" }, Token);
        GenerationJob running = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.Store().UpdateAsync(running with { State = JobState.Running, TaskId = "task-unified-1" }, null, Token);
        Spoil(world, $"UPDATE jobs SET data = replace(data, '\"Queued\"', '\"Paused\"') WHERE id = '{queued.Id}'");
        Spoil(world, $"UPDATE jobs SET data = '{{' WHERE id = '{running.Id}'");
        GenerationJob good = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.StartAsync(Token);

        Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(good.Id, Token)).State);
        Assert.Equal([good.Id], await host.Jobs().ListAsync(cancellationToken: Token).Select(static job => job.Id).ToListAsync(Token));
        foreach (GenerationJob spoiled in (GenerationJob[])[queued, running])
        {
            EvolinkJobUnreadableException unreadable = await Assert.ThrowsAsync<EvolinkJobUnreadableException>(() => host.Jobs().WaitAsync(spoiled.Id, Token));
            Assert.Equal((spoiled.Id, "data"), (unreadable.JobId, unreadable.Column));
            await Assert.ThrowsAsync<EvolinkJobUnreadableException>(() => host.Jobs().CancelAsync(spoiled.Id, Token));
        }

        await Assert.ThrowsAsync<EvolinkJobUnreadableException>(() => host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { Key = "order" }, Token));
        await host.StopAsync(Token);

        Assert.Single(world.Simulator.Ledger);
        Assert.Single(log.Naming($"{queued.Id} cannot be read"));
        Assert.Single(log.Naming($"{running.Id} cannot be read"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task ASpoiledRequest_EndsItsOwnJob_AndIsNotSent(string request)
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob spoiled = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        Spoil(world, $"UPDATE jobs SET request = '{request}' WHERE id = '{spoiled.Id}'");
        GenerationJob good = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(spoiled.Id, Token);
        Assert.Equal((JobState.Failed, "invalid_request"), (end.State, end.Error!.Code));
        Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(good.Id, Token)).State);
        await host.StopAsync(Token);
        Assert.Single(world.Simulator.Ledger);
    }

    private static void Spoil(JobWorld world, string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(world.Folder, "jobs.db")};Pooling=False");
        connection.Open();
        SqliteSchema.Execute(connection, sql);
    }
}
