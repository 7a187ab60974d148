using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>How often a request is sent whose outcome is unknown: as often as the job says and counts, whatever the client does for other calls.</summary>
public sealed class RepeatTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SubmitRetry.WhenSafe, SubmitRetry.WhenSafe, 1)]
    [InlineData(SubmitRetry.OnceWithSameKey, SubmitRetry.WhenSafe, 1)]
    [InlineData(SubmitRetry.OnceWithSameKey, SubmitRetry.Never, 1)]
    [InlineData(SubmitRetry.OnceWithSameKey, SubmitRetry.OnceWithSameKey, 2)]
    [InlineData(SubmitRetry.WhenSafe, SubmitRetry.OnceWithSameKey, 2)]
    public async Task AnUnknownOutcome_IsRepeatedAsTheJobSays(SubmitRetry client, SubmitRetry job, int sends)
    {
        int creates = 0;
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions
        {
            Faults = request =>
            {
                if (request.Kind != RequestKind.Create) return null;
                Interlocked.Increment(ref creates);
                return Fault.ResetAfterRequest();
            },
        });
        using IHost host = await world.StartHostAsync(retry: client);

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SubmitRetry = job }, Token)).Id, Token);

        Assert.Equal((JobState.OutcomeUnknown, sends, sends), (end.State, end.Sends, creates));
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData(SubmitRetry.WhenSafe, 0)]
    [InlineData(SubmitRetry.Never, 1)]
    public async Task WhatCertainlyDidNotHappen_IsRepeatedAtOnceUnlessTheJobForbidsIt(SubmitRetry job, int attempts)
    {
        List<int> seen = [];
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = new FaultPlan().OnCreates(Fault.Status(429, "0")).For });
        using IHost host = await world.StartHostAsync(retry: SubmitRetry.OnceWithSameKey);

        string id = (await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SubmitRetry = job }, Token)).Id;
        await foreach (GenerationJob update in host.Jobs().WatchAsync(id, Token)) seen.Add(update.Attempts);

        // A job that is turned away goes back into the queue, where its attempts are counted.
        Assert.Equal(attempts, seen.Max());
        Assert.Single(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }
}
