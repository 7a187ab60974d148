using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Requests;
using Evolink.Runtime.Configuration;

namespace Evolink.Jobs.Running;

/// <summary>Sends a job's request, and asks after a submission whose answer never came.</summary>
/// <param name="services">What that needs.</param>
/// <param name="epoch">The epoch of the lease.</param>
internal sealed class JobSubmission(JobServices services, long epoch)
{
    private const int MostQuestions = 3;

    // A longer pause is spent in the store: there it survives, holds no place of another job's, and can be cancelled.
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    // How long a resolver may think.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    // How old the record of a send may be when its first byte leaves.
    private static readonly TimeSpan s_freshness = TimeSpan.FromSeconds(10);

    // For clocks that are not quite one, and for a service that needs a moment to list what it has created.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(20);

    private readonly JobServices _services = services;

    /// <summary>Sends the request, once: what certainly did not happen the client may repeat at once, and whatever else is the job's to repeat.</summary>
    /// <returns>The task, where the answer named one, and what happened.</returns>
    /// <exception cref="OperationCanceledException">The host stops, and what became of the request is not known: the next process decides.</exception>
    public async Task<(GenerationTask? Task, JobEvent Happened)> SendAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        RecordedSubmit recorded = new(job.SubmitRetry) { Since = job.CreatedAt, BeforeSend = token => RenewAsync(job, token) };
        bool isHandedOver = false;
        try
        {
            GenerationRequest request = _services.Codec.Read(job);
            IGenerationClient client = _services.Client;
            isHandedOver = true;
            RequestOptions options = new() { IdempotencyKey = job.SubmissionKey, MaxRetryAfter = s_longestPause, Timeout = _services.SubmitTimeout, Recorded = recorded };
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

    /// <summary>Asks whoever the host has named. That nothing was created counts only when the send can be under way no more: who began it may be cut off from the store, and not from the service.</summary>
    public async Task<JobEvent> LookUpAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        JobError reason = job.Error ?? new JobError("interrupted", "The process ended while the request was being sent. The task may exist and be billed.");
        for (int failures = 0; _services.Resolver is { } resolver && failures < MostQuestions;)
        {
            try
            {
                SubmissionOutcome outcome = await HostCode.RunAsync(token => resolver.ResolveAsync(job, token), s_patience, _services.Time, _services.Logger, cancellationToken).ConfigureAwait(false);
                if (outcome.TaskId is { } taskId) return new JobEvent.Created(job.SubmissionKey, taskId, null);
                if (!outcome.IsNotCreated) break;
                TimeSpan left = job.UpdatedAt + LongestSend - Now;
                if (left <= TimeSpan.Zero) return new JobEvent.NotCreated(job.SubmissionKey, reason, Refusal.Later, Now) { IsOfAllSends = true };
                await Task.Delay(left, _services.Time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception thrown) when (!cancellationToken.IsCancellationRequested)
            {
                TimeSpan delay = Pause.After(failures++);
                JobLog.Retrying(_services.Logger, job.Id, "looked up", thrown.GetType().Name, delay);
                await Task.Delay(delay, _services.Time, cancellationToken).ConfigureAwait(false);
            }
        }

        return new JobEvent.StillUnknown(job.SubmissionKey, reason);
    }

    /// <summary>How long after its record a send may be under way: attempts begin for as long as one may take, and the last one takes its time.</summary>
    private TimeSpan LongestSend => s_freshness + (2 * _services.SubmitTimeout) + s_grace;

    /// <summary>Writes down that the send begins now, where the upload of an input, or a store that failed, has made the record an old one.</summary>
    /// <exception cref="InvalidOperationException">Another process drives the job by now, or it was changed.</exception>
    private async Task RenewAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Now;
        if (now - job.UpdatedAt <= s_freshness) return;
        GenerationJob renewed = job with { UpdatedAt = now };
        if (await _services.Store.UpdateAsync(renewed, epoch, cancellationToken).ConfigureAwait(false) != JobWrite.Stored) throw new InvalidOperationException("The job was changed while its request was made ready. Nothing was sent.");
        _services.Changes.PublishStored(renewed with { Version = job.Version + 1 });
    }

    private DateTimeOffset Now => _services.Clock.UtcNow;
}
