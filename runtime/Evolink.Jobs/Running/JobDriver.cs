using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Model;

namespace Evolink.Jobs.Running;

/// <summary>Drives one job: applies what happens to it and carries out what follows, until it ends or has to wait for its turn.</summary>
/// <param name="services">What that needs.</param>
/// <param name="epoch">The epoch of the lease.</param>
internal sealed class JobDriver(JobServices services, long epoch)
{
    // Half a minute of pauses.
    private const int MostPatience = 5;

    private readonly JobSubmission _submission = new(services, epoch);
    private readonly JobFollowing _following = new(services);

    /// <summary>Drives a job.</summary>
    /// <param name="job">The job as it was read.</param>
    /// <param name="happened">What happened to it first.</param>
    /// <param name="cancellationToken">Signalled when the host stops or the job has ended elsewhere.</param>
    /// <exception cref="LeaseLostException">Another process drives the job by now.</exception>
    public async Task RunAsync(GenerationJob job, JobEvent happened, CancellationToken cancellationToken)
    {
        if (happened is JobEvent.TakenUp && services.Resting.Contains(job.Id)) return;
        GenerationTask? task = null;
        for (JobEvent? next = happened; next is not null;)
        {
            JobTransition transition = JobMachine.Apply(job, next, services.Clock.UtcNow);
            JobEvent? following = null;
            foreach (JobEffect effect in transition.Effects)
            {
                if (effect == JobEffect.Store)
                {
                    if (await StoreAsync(transition.Job, next, cancellationToken).ConfigureAwait(false) is { } stored)
                    {
                        job = stored;
                        continue;
                    }

                    // Somebody else has changed the job: what has happened is applied to what it is now.
                    if (await ReadAsync(job, next, cancellationToken).ConfigureAwait(false) is not { } present) return;
                    (job, following) = (present, next);
                    break;
                }

                (task, following) = await ExecuteAsync(effect, job, task, cancellationToken).ConfigureAwait(false);
                if (following is not null) services.Resting.Remove(job.Id);
            }

            next = following;
        }
    }

    private async Task<(GenerationTask? Task, JobEvent? Happened)> ExecuteAsync(JobEffect effect, GenerationJob job, GenerationTask? task, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case JobEffect.Send:
                return await _submission.SendAsync(job, cancellationToken).ConfigureAwait(false);
            case JobEffect.LookUp:
                return (task, await _submission.LookUpAsync(job, cancellationToken).ConfigureAwait(false));
            case JobEffect.Follow:
                return (task, await _following.FollowAsync(job, task?.Id == job.TaskId ? task : null, cancellationToken).ConfigureAwait(false));
            case JobEffect.Save:
                return (task, await SaveAsync(job, task?.Id == job.TaskId ? task : null, cancellationToken).ConfigureAwait(false));
            case JobEffect.Forget:
                await Leftovers.ClearAsync(services, job).ConfigureAwait(false);
                return (task, null);
            default:
                Announce(job);
                return (task, null);
        }
    }

    /// <summary>Writes a job.</summary>
    /// <returns>The job as it is stored; null where it has changed since it was read.</returns>
    private async Task<GenerationJob?> StoreAsync(GenerationJob job, JobEvent happened, CancellationToken cancellationToken)
    {
        // A task that is paid for is written down by whoever learns of it.
        long? needed = happened is JobEvent.Created ? null : epoch;
        GenerationJob stored = job with { Version = job.Version + 1 };
        int tries = 0;
        JobWrite write = await PersistAsync(job, happened, WriteAsync, cancellationToken).ConfigureAwait(false);
        if (write == JobWrite.Fenced) throw new LeaseLostException();

        // A write that failed may have been carried out all the same, and its repetition is a conflict with itself.
        if (write == JobWrite.Conflict && (tries == 1 || !IsSame(await ReadAsync(job, happened, cancellationToken).ConfigureAwait(false), stored))) return null;
        services.Changes.PublishStored(stored);
        return stored;

        Task<JobWrite> WriteAsync()
        {
            tries++;
            return services.Store.UpdateAsync(job, needed, CancellationToken.None);
        }
    }

    private static bool IsSame(GenerationJob? one, GenerationJob other) => one is not null && JobJson.Write(one) == JobJson.Write(other);

    private Task<GenerationJob?> ReadAsync(GenerationJob job, JobEvent happened, CancellationToken cancellationToken) =>
        PersistAsync(job, happened, () => services.Store.FindAsync(job.Id, CancellationToken.None), cancellationToken);

    /// <summary>Asks the store until it answers: nothing that follows may be done before, and nothing that happened may be lost.</summary>
    private async Task<T> PersistAsync<T>(GenerationJob job, JobEvent happened, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        for (int failures = 0; ; failures++)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                JobLog.NotStored(services.Logger, job.Id, job.TaskId, failure.GetType().Name);
                CancellationToken patience = IsPatient(happened, failures) ? CancellationToken.None : cancellationToken;
                await Task.Delay(Pause.After(failures), services.Time, patience).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether a stop of the host waits: for a task that is paid for as long as it takes, and for the word that none is as long as a host usually gives.</summary>
    private static bool IsPatient(JobEvent happened, int failures) => happened is JobEvent.Created || (happened is JobEvent.NotCreated && failures < MostPatience);

    private async Task<JobEvent?> SaveAsync(GenerationJob job, GenerationTask? ended, CancellationToken cancellationToken)
    {
        try
        {
            return await _following.SaveAsync(job, ended, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever cancelled the job could not clear away what was still being written.
            await Leftovers.ClearIfEndedAsync(services, job).ConfigureAwait(false);
            throw;
        }
    }

    private void Announce(GenerationJob job)
    {
        JobLog.Changed(services.Logger, job.Id, job.State, job.TaskId);
        if (job.State == JobState.OutcomeUnknown) JobLog.Unknown(services.Logger, job.Id, job.SubmissionKey);
        if (job.IsEnd) JobTelemetry.Ended(job);
        services.Changes.Announce(job);
    }
}

/// <summary>Another process has taken the lease: this one begins nothing any more.</summary>
internal sealed class LeaseLostException : Exception;
