using Evolink.Jobs.Core;

namespace Evolink.Jobs.Tests.Core;

/// <summary>Single steps of a job's life.</summary>
public sealed class JobMachineTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly JobError s_error = new("code", "It happens.");

    private static GenerationJob Queued { get; } = new() { Id = "job-1", Model = "one", RequestType = "Request", Request = "{}" };

    private static GenerationJob Submitting { get; } = Queued with { State = JobState.Submitting, Sends = 1 };

    private static GenerationJob Running { get; } = Queued with { State = JobState.Running, Sends = 1, TaskId = "task-1" };

    [Fact]
    public void ASend_ComesAfterTheWriteThatSaysSo() => AssertNext(Queued, new JobEvent.Admitted(5), JobState.Submitting, JobEffect.Store, JobEffect.Send);

    [Fact]
    public void ADearRequest_IsNotSent()
    {
        GenerationJob failed = AssertNext(Queued with { MaxCredits = 4 }, new JobEvent.Admitted(5), JobState.Failed, JobEffect.Store, JobEffect.Announce);
        Assert.Equal("max_credits", failed.Error!.Code);
    }

    [Fact]
    public void ADearRequest_ThatMayHaveBeenSentBefore_IsUnknown()
    {
        GenerationJob waiting = Queued with { Sends = 1, MaxCredits = 4, FallbackModels = ["two"], SubmitRetry = SubmitRetry.OnceWithSameKey };
        AssertNext(waiting, new JobEvent.Admitted(5), JobState.OutcomeUnknown, JobEffect.Store, JobEffect.Announce);
    }

    [Fact]
    public void WhatWasPutOff_IsNotSentBefore()
    {
        GenerationJob later = Queued with { NotBefore = s_now.AddSeconds(60) };
        Assert.Same(later, JobMachine.Apply(later, new JobEvent.Admitted(5), s_now.AddSeconds(59)).Job);
        Assert.Equal(JobState.Submitting, JobMachine.Apply(later, new JobEvent.Admitted(5), s_now.AddSeconds(60)).Job.State);
    }

    [Fact]
    public void WhatNobodyKnowsThePriceOf_IsSent() => AssertNext(Queued with { MaxCredits = 4 }, new JobEvent.Admitted(null), JobState.Submitting, JobEffect.Store, JobEffect.Send);

    [Theory]
    [InlineData(SubmitRetry.WhenSafe, "LookUp")]
    [InlineData(SubmitRetry.Never, "LookUp")]
    [InlineData(SubmitRetry.OnceWithSameKey, "Store, Send")]
    public void AJobInTheMidstOfASend_IsTakenUpAsItsRetrySays(SubmitRetry retry, string effects) =>
        Assert.Equal(effects, string.Join(", ", JobMachine.Apply(Submitting with { SubmitRetry = retry }, new JobEvent.TakenUp(), s_now).Effects));

    [Fact]
    public void ASecondSend_IsTheLast() =>
        Assert.Equal([JobEffect.LookUp], JobMachine.Apply(Submitting with { SubmitRetry = SubmitRetry.OnceWithSameKey, Sends = 2 }, new JobEvent.TakenUp(), s_now).Effects);

    [Fact]
    public void AnUnknownOutcome_IsAnEnd() => AssertNext(Submitting, new JobEvent.Lost("job-1.0", s_error), JobState.OutcomeUnknown, JobEffect.Store, JobEffect.Announce);

    [Fact]
    public void AnAnswerThatComesLate_TakesAnUnknownOutcomeUp()
    {
        GenerationJob unknown = Submitting with { State = JobState.OutcomeUnknown, Error = s_error, EndedAt = s_now };
        GenerationJob running = AssertNext(unknown, new JobEvent.Created("job-1.0", "task-1", 5), JobState.Running, JobEffect.Store, JobEffect.Announce, JobEffect.Follow);
        Assert.Equal(("task-1", 5m, null, null), (running.TaskId, running.Credits, running.Error, running.EndedAt));
    }

    [Fact]
    public void AnAnswerThatComesLate_KeepsAQueuedJobFromBeingSentAgain()
    {
        GenerationJob waiting = Queued with { Sends = 1, Error = s_error, NotBefore = s_now.AddSeconds(60), SubmitRetry = SubmitRetry.OnceWithSameKey };
        GenerationJob running = AssertNext(waiting, new JobEvent.Created("job-1.0", "task-1", 5), JobState.Running, JobEffect.Store, JobEffect.Announce, JobEffect.Follow);
        Assert.Equal(("task-1", 5m, null), (running.TaskId, running.Credits, running.Error));
    }

    [Fact]
    public void ATaskThatCameOfAnEarlierSubmission_IsWrittenDown()
    {
        GenerationJob next = Queued with { Fallbacks = 1, FallbackModels = ["two"] };
        GenerationJob known = AssertNext(next, new JobEvent.Created("job-1.0", "task-1", 5), JobState.Queued, JobEffect.Store);
        Assert.Equal((null, "task-1"), (known.TaskId, Assert.Single(known.OtherTaskIds)));
    }

    [Fact]
    public void ARefusal_ForAWhile_IsWaitedFor()
    {
        GenerationJob waiting = AssertNext(Submitting, new JobEvent.NotCreated("job-1.0", s_error, Refusal.Later, s_now.AddSeconds(9)), JobState.Queued, JobEffect.Store, JobEffect.Announce);
        Assert.Equal((0, 1, s_now.AddSeconds(9), s_error), (waiting.Sends, waiting.Attempts, waiting.NotBefore, waiting.Error));
    }

    [Fact]
    public void WhoeverKnowsThatNothingWasCreated_MeansEverySend()
    {
        GenerationJob free = AssertNext(
            Submitting with { Sends = 2 }, new JobEvent.NotCreated("job-1.0", s_error, Refusal.Later, s_now) { IsOfAllSends = true }, JobState.Queued, JobEffect.Store, JobEffect.Announce);
        Assert.Equal(0, free.Sends);
    }

    [Fact]
    public void ARefusalAfterALostSend_LeavesTheOutcomeUnknown() =>
        AssertNext(Submitting with { Sends = 2 }, new JobEvent.NotCreated("job-1.0", s_error, Refusal.Final, s_now), JobState.OutcomeUnknown, JobEffect.Store, JobEffect.Announce);

    [Theory]
    [InlineData(JobState.Queued, JobState.Canceled)]
    [InlineData(JobState.Submitting, JobState.Submitting)]
    [InlineData(JobState.Running, JobState.Canceled)]
    [InlineData(JobState.Saving, JobState.Canceled)]
    [InlineData(JobState.Completed, JobState.Completed)]
    [InlineData(JobState.OutcomeUnknown, JobState.OutcomeUnknown)]
    public void ACancellation_EndsWhatCanBeEnded(JobState before, JobState after) =>
        Assert.Equal(after, JobMachine.Apply(Running with { State = before, Sends = before == JobState.Queued ? 0 : 1 }, new JobEvent.CancelRequested(), s_now).Job.State);

    [Fact]
    public void ACancelledSend_EndsWithItsTask()
    {
        GenerationJob canceled = AssertNext(Submitting with { CancelRequested = true }, new JobEvent.Created("job-1.0", "task-1", null), JobState.Canceled, JobEffect.Store, JobEffect.Announce);
        Assert.Equal("task-1", canceled.TaskId);
    }

    [Theory]
    [InlineData(JobState.OutcomeUnknown)]
    [InlineData(JobState.Expired)]
    public void ATaskThatIsNamed_IsFollowed_WhateverWasWantedBefore(JobState state)
    {
        GenerationJob unknown = Submitting with { State = state, CancelRequested = true, Error = s_error, EndedAt = s_now };
        GenerationJob running = AssertNext(unknown, new JobEvent.Resolved("task-1"), JobState.Running, JobEffect.Store, JobEffect.Announce, JobEffect.Follow);
        Assert.Equal(("task-1", false, true, null, null), (running.TaskId, running.CancelRequested, running.IsResolved, running.Error, running.EndedAt));
    }

    [Fact]
    public void ATaskThatWasNamedWrongly_MakesRoomForTheRightOne()
    {
        JobEvent missing = new JobEvent.TaskGone("task-1", s_error) { IsMissing = true };
        AssertNext(Running, missing, JobState.Expired, JobEffect.Store, JobEffect.Announce);
        AssertNext(Running with { IsResolved = true }, new JobEvent.TaskGone("task-1", s_error), JobState.Expired, JobEffect.Store, JobEffect.Announce);
        GenerationJob unknown = AssertNext(Running with { IsResolved = true }, missing, JobState.OutcomeUnknown, JobEffect.Store, JobEffect.Announce);

        GenerationJob named = AssertNext(unknown, new JobEvent.Resolved("task-2"), JobState.Running, JobEffect.Store, JobEffect.Announce, JobEffect.Follow);
        GenerationJob told = AssertNext(unknown, new JobEvent.Created("job-1.0", "task-2", 5), JobState.Running, JobEffect.Store, JobEffect.Announce, JobEffect.Follow);
        Assert.All(new[] { named, told }, static right => Assert.Equal(("task-2", "task-1"), (right.TaskId, Assert.Single(right.OtherTaskIds))));
        Assert.Equal((true, false), (named.IsResolved, told.IsResolved));
        GenerationJob back = AssertNext(named with { State = JobState.OutcomeUnknown }, new JobEvent.Resolved("task-1"), JobState.Running, JobEffect.Store, JobEffect.Announce, JobEffect.Follow);
        Assert.Equal(("task-1", "task-2"), (back.TaskId, Assert.Single(back.OtherTaskIds)));
    }

    [Fact]
    public void AFailedTask_HandsOverToTheNextModel_UnderAKeyOfItsOwn()
    {
        GenerationJob next = AssertNext(
            Running with { FallbackModels = ["two"] }, new JobEvent.TaskFailed("task-1", s_error, IsCancelled: false, MayFallBack: true, "{}"), JobState.Queued, JobEffect.Store, JobEffect.Announce);
        Assert.Equal(("two", "job-1.1", 0, null), (next.CurrentModel, next.SubmissionKey, next.Sends, next.TaskId));
        Assert.Equal(["task-1"], next.OtherTaskIds);
    }

    [Fact]
    public void ACompletedTask_IsSavedWhereThatIsWanted()
    {
        AssertNext(Running, new JobEvent.TaskCompleted("task-1", "{}"), JobState.Completed, JobEffect.Store, JobEffect.Announce);
        GenerationJob saving = AssertNext(Running with { SaveTo = "out" }, new JobEvent.TaskCompleted("task-1", "{}"), JobState.Saving, JobEffect.Store, JobEffect.Announce, JobEffect.Save);
        AssertNext(saving, new JobEvent.Saved("task-1", ["out/1.mp4"]), JobState.Completed, JobEffect.Store, JobEffect.Forget, JobEffect.Announce);
    }

    [Fact]
    public void WhatHappenedToAJobThatHasMovedOn_ChangesNothing()
    {
        JobEvent[] late =
        [
            new JobEvent.Admitted(1), new JobEvent.Lost("job-1.0", s_error), new JobEvent.NotCreated("job-1.0", s_error, Refusal.Final, s_now), new JobEvent.TaskCompleted("task-1", "{}"),
            new JobEvent.TaskGone("task-1", s_error), new JobEvent.Saved("task-1", []), new JobEvent.Resolved("task-2"), new JobEvent.Abandoned(), new JobEvent.TakenUp(), new JobEvent.Created("job-1.0", "task-1", 1),
        ];
        GenerationJob ended = Running with { State = JobState.Completed };
        Assert.All(late, happened => Assert.Same(ended, JobMachine.Apply(ended, happened, s_now).Job));
    }

    [Fact]
    public void ShardsOfIds_AreTheSameForEver()
    {
        Assert.Equal([212, 60, 32], new[] { "job-1", "job-0193b2c4", "a" }.Select(JobShards.Find));
        Assert.Equal(JobShards.Count, Enumerable.Range(0, 20_000).Select(static number => JobShards.Find($"job-{number:x32}")).Distinct().Count());
    }

    private static GenerationJob AssertNext(GenerationJob job, JobEvent happened, JobState state, params JobEffect[] effects)
    {
        JobTransition next = JobMachine.Apply(job, happened, s_now);
        Assert.Equal(state, next.Job.State);
        Assert.Equal(effects, next.Effects);
        return next.Job;
    }
}
