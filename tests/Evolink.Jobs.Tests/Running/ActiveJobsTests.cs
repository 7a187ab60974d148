using Evolink.Jobs.Running;
using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evolink.Jobs.Tests.Running;

/// <summary>Whoever gives a shard away waits for the jobs that are driven: none begins after they were counted.</summary>
public sealed class ActiveJobsTests
{
    private readonly ActiveJobs _active = new(NullLogger.Instance);

    [Fact]
    public async Task AJobOfAShardThatIsGivenAway_IsNotBegun()
    {
        using CancellationTokenSource stopped = new();
        await stopped.CancelAsync();
        bool isDriven = false;

        _active.Start(Job("job-1"), isSent: true, _ => Task.FromResult(isDriven = true), stopped.Token);
        await _active.WhenAllAsync(0);

        Assert.Equal((false, 0, false), (isDriven, _active.Count, _active.IsSending(0)));
    }

    [Fact]
    public async Task AShardThatIsAboutToMove_BeginsNothingMore()
    {
        bool isDriven = false;

        _active.Start(Job("job-1"), isSent: true, _ => Task.FromResult(isDriven = true), TestContext.Current.CancellationToken, static () => false);
        await _active.WhenAllAsync(0);

        Assert.Equal((false, 0, false), (isDriven, _active.Count, _active.IsSending(0)));
    }

    [Fact]
    public async Task WhatAJobCosts_IsTheServersWordAsSoonAsThereIsOne()
    {
        TaskCompletionSource end = new();
        _active.Start(Job("job-1"), isSent: true, _ => end.Task, TestContext.Current.CancellationToken);
        _active.Start(Job("job-2") with { Credits = 3 }, isSent: true, _ => end.Task, TestContext.Current.CancellationToken);
        Assert.Equal(3, _active.Credits);

        _active.Note(Job("job-1") with { State = JobState.Running, Credits = 40 });
        _active.Note(Job("job-2") with { State = JobState.Running, Credits = 2 });

        Assert.Equal((42, false), (_active.Credits, _active.IsSending(0)));
        end.SetResult();
        await _active.WhenAllAsync(0);
    }

    [Fact]
    public async Task AShardsJobs_AreWaitedFor_AndNoOthers()
    {
        TaskCompletionSource mine = new(), other = new();
        _active.Start(Job("job-1"), isSent: true, _ => mine.Task, TestContext.Current.CancellationToken);
        _active.Start(Job("job-2") with { Shard = 1 }, isSent: false, _ => other.Task, TestContext.Current.CancellationToken);

        Task all = _active.WhenAllAsync(0);
        Assert.Equal((false, true, false), (all.IsCompleted, _active.IsSending(0), _active.IsSending(1)));
        mine.SetResult();
        await all;

        Assert.Equal(["job-2"], _active.Ids);
        other.SetResult();
        await _active.WhenAllAsync(1);
    }

    [Fact]
    public async Task AJobThatIsWrittenWithoutAnotherSend_IsNotBeingSent()
    {
        TaskCompletionSource end = new();
        GenerationJob job = Job("job-1") with { State = JobState.Submitting, Sends = 1 };
        _active.Start(job, isSent: false, _ => end.Task, TestContext.Current.CancellationToken);

        _active.Note(job with { CancelRequested = true });
        Assert.False(_active.IsSending(0));
        _active.Note(job with { Sends = 2 });
        Assert.True(_active.IsSending(0));
        _active.Note(job with { Sends = 2, CancelRequested = true });
        Assert.True(_active.IsSending(0));

        end.SetResult();
        await _active.WhenAllAsync(0);
    }

    [Fact]
    public async Task ACallbackThatThrows_WhenAJobIsInterrupted_EndsNoProcess()
    {
        using RecordingLogger log = new();
        ActiveJobs active = new(log);
        TaskCompletionSource<CancellationToken> begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        active.Start(
            Job("job-1"),
            isSent: false,
            async token =>
            {
                token.Register(static () => throw new InvalidOperationException("No."));
                begun.SetResult(token);
                await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            },
            TestContext.Current.CancellationToken);
        await begun.Task;

        active.Interrupt("job-1");
        await active.WhenAllAsync(0);

        await Until.HoldsAsync("what the callback threw is logged", () => log.Naming("callback").Any());
    }

    private static GenerationJob Job(string id) => new() { Id = id, Model = "m", RequestType = "T", Request = "{}" };
}
