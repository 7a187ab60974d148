using static Evolink.Jobs.Core.JobEffect;

namespace Evolink.Jobs.Core;

/// <summary>The life of a job, as a pure function: no I/O, no clock, no randomness. Whoever drives jobs, on one machine or on many, drives this.</summary>
/// <remarks>Every effect that the world can see comes after a <see cref="Store"/> that says that it may have happened.</remarks>
internal static class JobMachine
{
    /// <summary>One send, and one more where the caller trusts the key.</summary>
    private const int MostSends = 2;

    /// <summary>What becomes of a job by an event.</summary>
    /// <param name="job">The job as it is stored.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="now">When.</param>
    public static JobTransition Apply(GenerationJob job, JobEvent happened, DateTimeOffset now)
    {
        JobTransition next = happened switch
        {
            JobEvent.TakenUp => TakeUp(job),
            JobEvent.Admitted admitted => Admit(job, admitted, now),
            JobEvent.Created created => Create(job, created, now),
            JobEvent.NotCreated refused when IsPresent(job, refused.Key) => Refuse(job, refused, now),
            JobEvent.Lost lost when IsPresent(job, lost.Key) => Lose(job, lost.Error, now),
            JobEvent.StillUnknown unknown when IsPresent(job, unknown.Key) => End(job, JobState.OutcomeUnknown, unknown.Error, now),
            JobEvent.TaskCompleted completed when IsFollowed(job, completed.TaskId) => Complete(job, completed, now),
            JobEvent.TaskFailed failed when IsFollowed(job, failed.TaskId) => Fail(job, failed, now),
            JobEvent.TaskGone gone when IsFollowed(job, gone.TaskId) => Expire(job, gone, now),
            JobEvent.Saved saved when IsSaved(job, saved.TaskId) => EndSaving(job with { Files = saved.Files }, JobState.Completed, null, now),
            JobEvent.ResultsGone gone when IsSaved(job, gone.TaskId) => EndSaving(job with { Files = gone.Files }, JobState.Expired, gone.Error, now),
            JobEvent.CancelRequested => Cancel(job, now),
            JobEvent.Resolved resolved when job.State is JobState.OutcomeUnknown or JobState.Expired => Resolve(job, resolved.TaskId, now),
            JobEvent.Abandoned when job.State == JobState.OutcomeUnknown => End(job, JobState.Canceled, new JobError("abandoned", "The submission, whose outcome is unknown, was given up."), now),
            _ => new JobTransition(job),
        };
        return ReferenceEquals(next.Job, job) ? next : next with { Job = next.Job with { UpdatedAt = now } };
    }

    private static bool IsPresent(GenerationJob job, string key) => job.State == JobState.Submitting && job.SubmissionKey == key;

    private static bool IsFollowed(GenerationJob job, string taskId) => job.State == JobState.Running && job.TaskId == taskId;

    private static bool IsSaved(GenerationJob job, string taskId) => job.State == JobState.Saving && job.TaskId == taskId;

    private static JobTransition TakeUp(GenerationJob job) => job.State switch
    {
        JobState.Submitting => MayRepeat(job) ? Repeat(job) : new JobTransition(job, LookUp),
        JobState.Running => new JobTransition(job, Follow),
        JobState.Saving => new JobTransition(job, Save),
        _ => new JobTransition(job),
    };

    private static JobTransition Admit(GenerationJob job, JobEvent.Admitted admitted, DateTimeOffset now)
    {
        // One that was put off since it was read waits for its time.
        if (job.State != JobState.Queued || job.NotBefore > now) return new JobTransition(job);
        if (job.MaxCredits is { } most && admitted.Credits > most)
        {
            JobError error = new("max_credits", FormattableString.Invariant($"The request is expected to cost {admitted.Credits} credits, and may cost {most}. It was not sent{(job.Sends > 0 ? " again" : "")}."));

            // A send before, whose outcome was lost, may have created a task.
            if (job.Sends > 0) return End(job, JobState.OutcomeUnknown, error, now);
            return NextModel(job, error) ?? End(job, JobState.Failed, error, now);
        }

        return new JobTransition(job with { State = JobState.Submitting, Sends = job.Sends + 1, Credits = admitted.Credits }, Store, Send);
    }

    private static JobTransition Create(GenerationJob job, JobEvent.Created created, DateTimeOffset now)
    {
        // The task of an unknown outcome is one that somebody has named, and that was not found.
        bool isPresent = job.SubmissionKey == created.Key && (job.TaskId is null || job.State == JobState.OutcomeUnknown);
        if (isPresent && job.State is (JobState.Queued or JobState.Submitting or JobState.OutcomeUnknown)) return Run(job with { IsResolved = false }, created.TaskId, created.Credits, now);
        if (job.TaskId == created.TaskId || job.OtherTaskIds.Contains(created.TaskId)) return new JobTransition(job);

        // The job has gone on without this answer, which came late. A task that is paid for is written down all the same.
        return new JobTransition(
            isPresent ? job with { TaskId = created.TaskId, SubmittedAt = now } : job with { OtherTaskIds = [.. job.OtherTaskIds, created.TaskId] },
            Store);
    }

    private static JobTransition Run(GenerationJob job, string taskId, decimal? credits, DateTimeOffset now)
    {
        IEnumerable<string> others = job.TaskId is { } former ? job.OtherTaskIds.Append(former) : job.OtherTaskIds;
        GenerationJob created = job with { TaskId = taskId, OtherTaskIds = [.. others.Where(other => other != taskId)], SubmittedAt = now, Credits = credits ?? job.Credits, Attempts = 0 };
        return created.CancelRequested
            ? End(created, JobState.Canceled, new JobError("canceled", "The job was cancelled while it was being submitted. Its task goes on and is paid for."), now)
            : new JobTransition(created with { State = JobState.Running, Error = null, EndedAt = null }, Store, Announce, Follow);
    }

    /// <summary>Whoever names the task wants its result, whatever was wanted while it was being sent.</summary>
    private static JobTransition Resolve(GenerationJob job, string taskId, DateTimeOffset now) => Run(job with { CancelRequested = false, IsResolved = true }, taskId, null, now);

    /// <summary>A task that was named, and is not there, was named wrongly: the right one may be named yet.</summary>
    private static JobTransition Expire(GenerationJob job, JobEvent.TaskGone gone, DateTimeOffset now) =>
        End(job, gone.IsMissing && job.IsResolved ? JobState.OutcomeUnknown : JobState.Expired, gone.Error, now);

    private static JobTransition Refuse(GenerationJob job, JobEvent.NotCreated refused, DateTimeOffset now)
    {
        // This send created nothing. One before it, whose outcome was lost, may have, unless somebody knows better.
        GenerationJob free = job with { Sends = refused.IsOfAllSends ? 0 : job.Sends - 1 };
        if (job.CancelRequested) return Withdraw(free, now);
        if (refused.Refusal == Refusal.Later)
        {
            return new JobTransition(free with { State = JobState.Queued, NotBefore = refused.RetryAt, Attempts = job.Attempts + 1, Error = refused.Error }, Store, Announce);
        }

        if (free.Sends > 0) return End(free, JobState.OutcomeUnknown, refused.Error, now);
        return (refused.Refusal == Refusal.Model ? NextModel(free, refused.Error) : null) ?? End(free, JobState.Failed, refused.Error, now);
    }

    private static JobTransition Lose(GenerationJob job, JobError error, DateTimeOffset now) =>
        MayRepeat(job) ? Repeat(job with { Error = error }) : End(job, JobState.OutcomeUnknown, error, now);

    /// <summary>A second send of the same key is the caller's decision, and is not taken for a job that nobody wants any more.</summary>
    private static bool MayRepeat(GenerationJob job) => job is { SubmitRetry: SubmitRetry.OnceWithSameKey, CancelRequested: false, Sends: < MostSends };

    private static JobTransition Repeat(GenerationJob job) => new(job with { Sends = job.Sends + 1 }, Store, Send);

    private static JobTransition Complete(GenerationJob job, JobEvent.TaskCompleted completed, DateTimeOffset now)
    {
        GenerationJob done = job with { Result = completed.Result, Progress = 100 };
        return job.SaveTo is null ? End(done, JobState.Completed, null, now) : new JobTransition(done with { State = JobState.Saving }, Store, Announce, Save);
    }

    private static JobTransition Fail(GenerationJob job, JobEvent.TaskFailed failed, DateTimeOffset now)
    {
        GenerationJob ended = job with { Result = failed.Result };
        JobTransition? other = failed.MayFallBack ? NextModel(ended, failed.Error) : null;
        return other ?? End(ended, failed.IsCancelled ? JobState.Canceled : JobState.Failed, failed.Error, now);
    }

    /// <summary>The same request for the next model; null where there is none left.</summary>
    private static JobTransition? NextModel(GenerationJob job, JobError error) => job.Fallbacks == job.FallbackModels.Count ? null : new JobTransition(
        job with
        {
            State = JobState.Queued,
            Fallbacks = job.Fallbacks + 1,
            Sends = 0,
            Attempts = 0,
            Credits = null,
            Progress = 0,
            TaskId = null,
            IsResolved = false,
            SubmittedAt = null,
            OtherTaskIds = job.TaskId is null ? job.OtherTaskIds : [.. job.OtherTaskIds, job.TaskId],
            Error = error,
        },
        Store,
        Announce);

    private static JobTransition Cancel(GenerationJob job, DateTimeOffset now) => job.State switch
    {
        JobState.Queued => Withdraw(job, now),
        JobState.Submitting => job.CancelRequested ? new JobTransition(job) : new JobTransition(job with { CancelRequested = true }, Store),
        JobState.Running => End(job, JobState.Canceled, new JobError("canceled", "The job was cancelled. Its task goes on and is paid for."), now),
        JobState.Saving => EndSaving(job, JobState.Canceled, new JobError("canceled", "The job was cancelled before its files were saved."), now),
        _ => new JobTransition(job),
    };

    private static JobTransition Withdraw(GenerationJob job, DateTimeOffset now) => job.Sends == 0
        ? End(job, JobState.Canceled, new JobError("canceled", "The job was cancelled before it was submitted."), now)
        : End(job, JobState.OutcomeUnknown, new JobError("canceled", "The job was cancelled between two sends, of which the first may have created a task."), now);

    private static JobTransition End(GenerationJob job, JobState state, JobError? error, DateTimeOffset now) =>
        new(job with { State = state, Error = error, EndedAt = now }, Store, Announce);

    private static JobTransition EndSaving(GenerationJob job, JobState state, JobError? error, DateTimeOffset now) =>
        new(job with { State = state, Error = error, EndedAt = now }, Store, Forget, Announce);
}
