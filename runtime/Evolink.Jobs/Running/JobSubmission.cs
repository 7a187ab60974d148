using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Requests;
using Evolink.Runtime.Configuration;

namespace Evolink.Jobs.Running;

/// <summary>Sends a job's request, and asks after a submission whose answer never came.</summary>
internal sealed class JobSubmission(JobServices services)
{
    private const int MostQuestions = 3;

    // A longer pause is spent in the store: there it survives, holds no place of another job's, and can be cancelled.
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    private readonly JobServices _services = services;

    /// <summary>Sends the request, once: what certainly did not happen the client may repeat at once, and whatever else is the job's to repeat.</summary>
    /// <returns>The task, where the answer named one, and what happened.</returns>
    /// <exception cref="OperationCanceledException">The host stops, and what became of the request is not known: the next process decides.</exception>
    public async Task<(GenerationTask? Task, JobEvent Happened)> SendAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        RecordedSubmit recorded = new(job.SubmitRetry);
        bool isHandedOver = false;
        try
        {
            GenerationRequest request = _services.Codec.Read(job);
            IGenerationClient client = _services.Client;
            isHandedOver = true;
            RequestOptions options = new() { IdempotencyKey = job.SubmissionKey, MaxRetryAfter = s_longestPause, Recorded = recorded };
            GenerationTask task = await client.SubmitAsync(request, options, cancellationToken).ConfigureAwait(false);
            _services.Estimate.Learn(job.CurrentModel, task.CreditsReserved);
            return (task, new JobEvent.Created(job.SubmissionKey, task.Id, task.CreditsReserved));
        }
        catch (UnreadableRequestException unreadable)
        {
            return (null, new JobEvent.NotCreated(job.SubmissionKey, new JobError("invalid_request", unreadable.Message), Refusal.Model, Now));
        }
        catch (EvolinkCanceledException canceled) when (canceled is { TaskId: null, Phase: RequestPhase.Complete } && cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            JobEvent happened = SubmissionErrors.Classify(job, error, Now, wasSent: isHandedOver && !recorded.WasNotSent);

            // The server means the account, and so every job: asking for each of them would only make it worse.
            if (error is EvolinkApiException { Kind: EvolinkErrorKind.RateLimited } && happened is JobEvent.NotCreated refused) _services.Hold.Extend(refused.RetryAt - Now);
            return (null, happened);
        }
    }

    /// <summary>Asks whoever the host has named.</summary>
    public async Task<JobEvent> LookUpAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        JobError reason = job.Error ?? new JobError("interrupted", "The process ended while the request was being sent. The task may exist and be billed.");
        for (int failures = 0; _services.Resolver is { } resolver && failures < MostQuestions; failures++)
        {
            try
            {
                SubmissionOutcome outcome = await resolver.ResolveAsync(job, cancellationToken).ConfigureAwait(false);
                if (outcome.TaskId is { } taskId) return new JobEvent.Created(job.SubmissionKey, taskId, null);
                if (outcome.IsNotCreated) return new JobEvent.NotCreated(job.SubmissionKey, reason, Refusal.Later, Now) { IsOfAllSends = true };
                break;
            }
            catch (Exception thrown) when (!cancellationToken.IsCancellationRequested)
            {
                TimeSpan delay = Pause.After(failures);
                JobLog.Retrying(_services.Logger, job.Id, "looked up", thrown.GetType().Name, delay);
                await Task.Delay(delay, _services.Time, cancellationToken).ConfigureAwait(false);
            }
        }

        return new JobEvent.StillUnknown(job.SubmissionKey, reason);
    }

    private DateTimeOffset Now => _services.Clock.UtcNow;
}
