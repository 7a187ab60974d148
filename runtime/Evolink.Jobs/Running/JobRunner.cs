using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Limits;
using Evolink.Runtime.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Running;

/// <summary>Drives all jobs of a store on one machine: takes up what is under way, and admits what is queued as the limits allow.</summary>
internal sealed class JobRunner : BackgroundService
{
    // What other processes enqueue, resolve and cancel is seen so often.
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    private readonly JobServices _services;
    private readonly RunnerLimits _limits;
    private readonly SubmissionRate _rate;
    private readonly ActiveJobs _active = new();
    private readonly SemaphoreSlim _wake = new(0, 1);

    // Of the present lease. Drivers end before it is disposed.
    private CancellationTokenSource _lost = null!;
    private bool _sweepNow;

    public JobRunner(JobServices services, RunnerLimits limits)
    {
        (_services, _limits) = (services, limits);
        _rate = new SubmissionRate(limits.SubmissionsPerSecond, services.Time);
        _services.Changes.Stored += OnStored;
    }

    public override void Dispose()
    {
        _services.Changes.Stored -= OnStored;
        base.Dispose();
        _wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            using CancellationTokenSource lost = _lost = new CancellationTokenSource();
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lost.Token);
            try
            {
                await HoldAsync(stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The host stops, or another process drives; then this one waits until it may again.
            }
        }
    }

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        using JobLease lease = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        _services.Changes.IsDrivenHere = true;
        JobLog.Driving(_services.Logger, lease.Epoch);
        try
        {
            await DriveAsync(new JobDriver(_services, lease.Epoch), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // What is being sent is waited for: the lease is given back when nobody needs it any more.
            _services.Changes.IsDrivenHere = false;
            await _active.WhenAllAsync().ConfigureAwait(false);
        }
    }

    private async Task<JobLease> AcquireAsync(CancellationToken cancellationToken)
    {
        string owner = $"{Environment.MachineName}/{Environment.ProcessId}";
        for (int failures = 0; ; failures++)
        {
            try
            {
                return await _services.Store.AcquireAsync(null, owner, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                await StoreFailedAsync(failures, failure, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task DriveAsync(JobDriver driver, CancellationToken cancellationToken)
    {
        long swept = 0;
        bool hasSwept = false;
        for (int failures = 0; ;)
        {
            TimeSpan pause = s_tick;
            try
            {
                if (!hasSwept || Interlocked.Exchange(ref _sweepNow, false) || _services.Time.GetElapsedTime(swept) >= s_sweep)
                {
                    await SweepAsync(driver, cancellationToken).ConfigureAwait(false);
                    (swept, hasSwept) = (_services.Time.GetTimestamp(), true);
                }

                pause = await AdmitAsync(driver, cancellationToken).ConfigureAwait(false);
                failures = 0;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                await StoreFailedAsync(failures++, failure, cancellationToken).ConfigureAwait(false);
            }

            if (pause > TimeSpan.Zero) await WakeOrTickAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes up what is under way and driven by nobody, and stops what has ended elsewhere.</summary>
    private async Task SweepAsync(JobDriver driver, CancellationToken cancellationToken)
    {
        // In this order: a job that ends in between is among the open ones, and no longer among the active ones' errors.
        string[] before = _active.Ids;
        IReadOnlyList<OpenJob> open = await _services.Store.FindOpenAsync(null, cancellationToken).ConfigureAwait(false);
        HashSet<string> ids = [.. open.Select(static job => job.Id)];
        foreach (string id in before.Where(id => !ids.Contains(id)))
        {
            if (await _services.Store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { IsEnd: true }) _active.Interrupt(id);
        }

        foreach (OpenJob one in open.Where(one => !_active.Contains(one.Id)))
        {
            if (await _services.Store.FindAsync(one.Id, cancellationToken).ConfigureAwait(false) is { IsEnd: false } job && job.State != JobState.Queued)
            {
                _services.Estimate.Learn(job.CurrentModel, job.Credits);
                Start(driver, job, new JobEvent.TakenUp(), cancellationToken);
            }
        }
    }

    /// <summary>Admits queued jobs as far as the limits allow.</summary>
    /// <returns>How long there is nothing to admit.</returns>
    private async Task<TimeSpan> AdmitAsync(JobDriver driver, CancellationToken cancellationToken)
    {
        int room = _limits.MaxConcurrency - _active.Count;
        if (room <= 0) return s_tick;
        IReadOnlyList<GenerationJob> due = await _services.Store.FindDueAsync(null, _services.Time.GetUtcNow(), room, cancellationToken).ConfigureAwait(false);
        bool hasStarted = false;
        foreach (GenerationJob job in due)
        {
            if (_rate.Delay is var delay && delay > TimeSpan.Zero) return delay < s_tick ? delay : s_tick;
            if (_active.Contains(job.Id)) continue;
            decimal? credits = EstimateOf(job);

            // In turn: a dear job waits until the running ones leave room, and cheap ones do not overtake it for ever.
            if (_active.Credits + credits > _limits.MaxCredits && credits <= _limits.MaxCredits) return s_tick;
            GenerationJob limited = _limits.MaxCredits is { } most && (job.MaxCredits ?? decimal.MaxValue) > most && credits > most ? job with { MaxCredits = most } : job;
            _rate.Take();
            Start(driver, limited with { Credits = credits }, new JobEvent.Admitted(credits), cancellationToken);
            hasStarted = true;
        }

        return hasStarted && due.Count == room ? TimeSpan.Zero : s_tick;
    }

    private decimal? EstimateOf(GenerationJob job)
    {
        try
        {
            return _services.Estimate.Find(job);
        }
        catch (Exception thrown)
        {
            JobLog.Ignored(_services.Logger, "EstimateCredits", job.Id, thrown.GetType().Name);
            return null;
        }
    }

    private void Start(JobDriver driver, GenerationJob job, JobEvent first, CancellationToken cancellationToken) =>
        _active.Start(job, token => DriveOneAsync(driver, job, first, token), cancellationToken);

    private async Task DriveOneAsync(JobDriver driver, GenerationJob job, JobEvent first, CancellationToken cancellationToken)
    {
        using TelemetrySpan? span = JobTelemetry.StartJob(job);
        try
        {
            await driver.RunAsync(job, first, cancellationToken).ConfigureAwait(false);
        }
        catch (LeaseLostException)
        {
            if (cancellationToken.IsCancellationRequested) return;
            JobLog.LeaseLost(_services.Logger);
            await _lost.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The job stays as it is stored; whoever drives next takes it up.
        }
        catch (Exception unexpected)
        {
            // The next sweep takes the job up again.
            JobLog.BrokenOff(_services.Logger, job.Id, unexpected);
        }
        finally
        {
            Wake();
        }
    }

    private void OnStored(GenerationJob job)
    {
        if (job.IsEnd) _active.Interrupt(job.Id);
        else if (job.State is JobState.Running && !_active.Contains(job.Id)) Interlocked.Exchange(ref _sweepNow, true);
        if (job.State is JobState.Queued or JobState.Running) Wake();
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (Exception awake) when (awake is SemaphoreFullException or ObjectDisposedException)
        {
            // It is awake already, or will wake no more.
        }
    }

    private async Task WakeOrTickAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timer = new(pause, _services.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        await _wake.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task StoreFailedAsync(int failures, Exception failure, CancellationToken cancellationToken)
    {
        TimeSpan delay = Pause.After(failures);
        JobLog.StoreFailed(_services.Logger, delay, failure);
        await Task.Delay(delay, _services.Time, cancellationToken).ConfigureAwait(false);
    }
}
