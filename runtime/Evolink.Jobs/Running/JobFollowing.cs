using System.Text.Json;
using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Requests;
using Evolink.Runtime.Tasks;

namespace Evolink.Jobs.Running;

/// <summary>Follows a job's task to its end and saves its files, however long that fails in between.</summary>
internal sealed class JobFollowing(JobServices services)
{
    private readonly JobServices _services = services;

    /// <summary>Polls the task by its client's poller until it ends.</summary>
    public async Task<JobEvent> FollowAsync(GenerationJob job, GenerationTask? created, CancellationToken cancellationToken)
    {
        string taskId = job.TaskId!;
        using IDisposable followed = _services.Followed.Add(taskId);
        for (int failures = 0; ; failures++)
        {
            // In this order: no time that a caller may name is too long for it.
            TimeSpan left = job.ExpiresAfter - AgeOf(job);
            if (left <= TimeSpan.Zero) return Gone(taskId, "expired", $"The task has not ended within {job.ExpiresAfter}. It goes on and is paid for.");
            using CancellationTokenSource deadline = new(left < Longest ? left : Longest, _services.Time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                GenerationTask task = created ?? Resume(job);
                JsonElement end = await task.WaitAsync(new ProgressPublisher(_services.Changes, job, task), either.Token).ConfigureAwait(false);
                return new JobEvent.TaskCompleted(taskId, end.ValueKind == JsonValueKind.Undefined ? "{}" : end.GetRawText());
            }
            catch (UnreadableRequestException unreadable)
            {
                // Without its request nobody knows by which operation the task is asked for.
                return Gone(taskId, "invalid_request", $"The request cannot be read back, so that its task cannot be followed: {unreadable.Message}");
            }
            catch (EvolinkException error)
            {
                if (Conclude(job, error) is { } happened) return happened;
                await PauseAsync(job, "followed", error, failures, cancellationToken).ConfigureAwait(false);
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
    public async Task<JobEvent> SaveAsync(GenerationJob job, GenerationTask? ended, CancellationToken cancellationToken)
    {
        string taskId = job.TaskId!;
        for (int failures = 0; ; failures++)
        {
            try
            {
                return new JobEvent.Saved(taskId, await _services.Sink.SaveAsync(job, ended ?? Resume(job), cancellationToken).ConfigureAwait(false));
            }
            catch (EvolinkDownloadException expired) when (expired.ResultExpired)
            {
                return new JobEvent.ResultsGone(taskId, new JobError("results_expired", expired.Message), expired.CompletedFiles);
            }
            catch (Exception error) when (IsGone(error) || error is EvolinkTaskFailedException or UnreadableRequestException)
            {
                return new JobEvent.ResultsGone(taskId, new JobError("results_expired", error.Message), []);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                await PauseAsync(job, "saved", error, failures, cancellationToken).ConfigureAwait(false);
            }

            ended = null;
        }
    }

    // A timer takes no longer one.
    private static TimeSpan Longest { get; } = TimeSpan.FromDays(7);

    private GenerationTask Resume(GenerationJob job) => _services.Client.ResumeTask(_services.Codec.Read(job), job.TaskId!);

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
            return AgeOf(job) < WaitLimits.NotFoundGrace ? null : Gone(taskId, "task_gone", error.Message);
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

    private TimeSpan AgeOf(GenerationJob job) => _services.Clock.UtcNow - (job.SubmittedAt ?? job.CreatedAt);

    private static bool IsGone(Exception error) => (error as EvolinkApiException ?? error.InnerException as EvolinkApiException)?.Kind == EvolinkErrorKind.NotFound;

    private static JobEvent.TaskGone Gone(string taskId, string code, string message) => new(taskId, new JobError(code, message));

    private Task PauseAsync(GenerationJob job, string step, Exception error, int failures, CancellationToken cancellationToken)
    {
        TimeSpan delay = Pause.After(failures);
        JobLog.Retrying(_services.Logger, job.Id, step, error.GetType().Name, delay);
        return Task.Delay(delay, _services.Time, cancellationToken);
    }

    private sealed class ProgressPublisher(JobChanges changes, GenerationJob job, GenerationTask task) : IProgress<JsonElement>
    {
        public void Report(JsonElement value) => changes.Publish(job with { Progress = task.Progress });
    }
}
