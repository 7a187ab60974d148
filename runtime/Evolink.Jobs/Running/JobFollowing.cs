using System.Text.Json;
using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Requests;
using Evolink.Jobs.Sinks;
using Evolink.Runtime.Tasks;

namespace Evolink.Jobs.Running;

/// <summary>Follows a job's task to its end and saves its files, however long that fails in between.</summary>
internal sealed class JobFollowing(JobServices services)
{
    private const int MostPatience = 2;

    // A longer one is no work, and holds no place of another job's.
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    // An outage of the service is given that long, where the time of a task was up before anybody here could ask for it.
    private static readonly TimeSpan s_lateAnswer = TimeSpan.FromHours(1);

    // Results live for a day; one more is for whoever can mend what keeps them from being saved.
    private static readonly TimeSpan s_savingTime = TimeSpan.FromDays(2);

    private readonly JobServices _services = services;

    /// <summary>Polls the task by its client's poller until it ends.</summary>
    /// <returns>What happened; null where the job rests until it is taken up again.</returns>
    public async Task<JobEvent?> FollowAsync(GenerationJob job, GenerationTask? created, CancellationToken cancellationToken)
    {
        string taskId = job.TaskId!;
        using IDisposable followed = _services.Followed.Add(taskId);
        long begun = _services.Time.GetTimestamp();
        bool isAnswered = false;
        for (int failures = _services.Resting.FailuresOf(job.Id); ; failures++)
        {
            // In this order: no time that a caller may name is too long for it.
            TimeSpan left = job.ExpiresAfter - AgeOf(job);
            bool isLate = left <= TimeSpan.Zero;
            if (isLate && (isAnswered || _services.Time.GetElapsedTime(begun) >= s_lateAnswer)) return Gone(taskId, "expired", $"The task has not ended within {job.ExpiresAfter}. It goes on and is paid for.");

            // A task may have ended in time while nobody drove its job: it is asked for before anything is said of it.
            using CancellationTokenSource deadline = new(isLate ? s_lateAnswer : left < Longest ? left : Longest, _services.Time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                GenerationTask task = created ?? Resume(job);
                ProgressPublisher progress = new(_services.Changes, job, task, () =>
                {
                    isAnswered = true;
                    if (isLate) deadline.Cancel();
                });
                JsonElement end = await task.WaitAsync(progress, either.Token).ConfigureAwait(false);
                return new JobEvent.TaskCompleted(taskId, end.ValueKind == JsonValueKind.Undefined ? "{}" : end.GetRawText());
            }
            catch (UnreadableRequestException unreadable)
            {
                // Nobody here knows by which operation the task is asked for. It is paid for, and another version of the program may know.
                if (!await PauseAsync(job, "followed", unreadable, failures, mayRest: true, cancellationToken).ConfigureAwait(false)) return null;
            }
            catch (EvolinkException error)
            {
                if (Conclude(job, error) is { } happened) return happened;
                await PauseAsync(job, "followed", error, failures, mayRest: false, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The deadline, which is looked at anew.
                failures = -1;
            }

            created = null;
        }
    }

    /// <summary>Saves the files, again and again until they are saved or served no more.</summary>
    /// <returns>What happened; null where the job rests until it is taken up again.</returns>
    public async Task<JobEvent?> SaveAsync(GenerationJob job, GenerationTask? ended, CancellationToken cancellationToken)
    {
        for (int failures = _services.Resting.FailuresOf(job.Id); ; failures++)
        {
            (JobEvent? happened, Exception? failure) = await TrySaveAsync(job, ended, failures, cancellationToken).ConfigureAwait(false);
            if (happened is not null) return happened;
            if (!await PauseAsync(job, "saved", failure!, failures, mayRest: true, cancellationToken).ConfigureAwait(false)) return null;
            ended = null;
        }
    }

    // A timer takes no longer one.
    private static TimeSpan Longest { get; } = TimeSpan.FromDays(7);

    private GenerationTask Resume(GenerationJob job) => _services.Client.ResumeTask(_services.Codec.ReadKind(job), job.TaskId!);

    /// <summary>What a failed wait says of the task; null where the wait may as well be tried again.</summary>
    private JobEvent? Conclude(GenerationJob job, EvolinkException error)
    {
        string taskId = job.TaskId!;
        if (error is EvolinkTaskFailedException failed)
        {
            bool isCancelled = failed.Status == GenerationStatus.Cancelled;
            return new JobEvent.TaskFailed(taskId, new JobError(failed.Code ?? failed.Status.Value, failed.Message), isCancelled, !isCancelled && failed.MayBeCured != false, failed.Snapshot?.GetRawText());
        }

        if (IsGone(error))
        {
            // One that was created a moment ago may not be found yet, whoever asks for it: the wait that began with the create, or that of the next owner.
            return AgeOf(job) < WaitLimits.NotFoundGrace ? null : Gone(taskId, "task_gone", error.Message) with { IsMissing = true };
        }

        if (error is EvolinkTaskException { IsWithoutResults: true } empty)
        {
            return new JobEvent.TaskFailed(taskId, new JobError("no_results", empty.Message), IsCancelled: false, MayFallBack: false, empty.Snapshot?.GetRawText());
        }

        // Some servers tell only at the poll that a request was refused; polling on would never end.
        EvolinkApiException? api = error as EvolinkApiException ?? error.InnerException as EvolinkApiException;
        return api?.Kind is EvolinkErrorKind.InvalidRequest or EvolinkErrorKind.ContentPolicy
            ? new JobEvent.TaskFailed(taskId, new JobError(SubmissionErrors.CodeOf(api), api.Message), IsCancelled: false, MayFallBack: false, Result: null)
            : null;
    }

    private async Task<(JobEvent? Happened, Exception? Failure)> TrySaveAsync(GenerationJob job, GenerationTask? ended, int failures, CancellationToken cancellationToken)
    {
        string taskId = job.TaskId!;
        Exception failure;
        try
        {
            return (new JobEvent.Saved(taskId, await _services.Sink.SaveAsync(job, ended ?? Resume(job), cancellationToken).ConfigureAwait(false)), null);
        }
        catch (Exception thrown) when (!cancellationToken.IsCancellationRequested)
        {
            if (!IsOver(job, thrown, failures)) return (null, thrown);
            failure = thrown;
        }

        try
        {
            return (new JobEvent.ResultsGone(taskId, new JobError("results_expired", failure.Message), await RescueAsync(job, failure, cancellationToken).ConfigureAwait(false)), null);
        }
        catch (Exception thrown) when (!cancellationToken.IsCancellationRequested)
        {
            // What has come whole is kept until it can be moved: an ended job's is cleared away.
            return (null, thrown);
        }
    }

    /// <summary>Whether a failed saving can come to nothing any more.</summary>
    private bool IsOver(GenerationJob job, Exception failure, int failures) => failure switch
    {
        EvolinkDownloadException { ResultExpired: true } or EvolinkTaskFailedException => true,
        UnreadableRequestException => false,
        _ when IsGone(failure) => true,

        // What never reaches a link is never told that it is dead. One that comes back after days may fail at first for reasons of its own.
        _ => failures >= MostPatience && _services.Clock.UtcNow - job.UpdatedAt > s_savingTime,
    };

    private async Task<IReadOnlyList<string>> RescueAsync(GenerationJob job, Exception failure, CancellationToken cancellationToken) => _services.Sink is IRescuingSink sink
        ? await sink.RescueAsync(job, cancellationToken).ConfigureAwait(false)
        : (failure as EvolinkDownloadException)?.CompletedFiles ?? [];

    private TimeSpan AgeOf(GenerationJob job) => _services.Clock.UtcNow - (job.SubmittedAt ?? job.CreatedAt);

    private static bool IsGone(Exception error) => (error as EvolinkApiException ?? error.InnerException as EvolinkApiException)?.Kind == EvolinkErrorKind.NotFound;

    private static JobEvent.TaskGone Gone(string taskId, string code, string message) => new(taskId, new JobError(code, message));

    /// <summary>Waits after a failure.</summary>
    /// <returns>Whether the job goes on then; otherwise it rests, and is left until it is taken up again.</returns>
    private async Task<bool> PauseAsync(GenerationJob job, string step, Exception error, int failures, bool mayRest, CancellationToken cancellationToken)
    {
        TimeSpan delay = Pause.After(failures);
        JobLog.Retrying(_services.Logger, job.Id, step, error.GetType().Name, delay);
        if (mayRest && delay > s_longestPause)
        {
            _services.Resting.Add(job.Id, failures + 1, delay);
            return false;
        }

        await Task.Delay(delay, _services.Time, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private sealed class ProgressPublisher(JobChanges changes, GenerationJob job, GenerationTask task, Action answered) : IProgress<JsonElement>
    {
        public void Report(JsonElement value)
        {
            changes.Publish(job with { Progress = task.Progress });
            answered();
        }
    }
}
