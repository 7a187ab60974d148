using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Limits;
using Evolink.Runtime.Diagnostics;

namespace Evolink.Jobs.Running;

/// <summary>Drives the jobs of the shards that this process owns: takes up what is under way, and begins what is queued as the limits allow.</summary>
/// <remarks>It neither takes shards nor gives them away: on one machine <see cref="JobRunner"/> does, and owns them all; in a cluster whoever places them.</remarks>
internal sealed class JobDispatcher : IDisposable
{
    /// <summary>The most jobs that are begun by one question for permits.</summary>
    private const int MostWanted = 16;

    // What other processes enqueue, resolve and cancel is seen so often.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    private readonly JobServices _services;
    private readonly JobLimits _limits;
    private readonly IJobGate _gate;
    private readonly Chore[] _chores;
    private readonly DueJobs _due;
    private readonly ActiveJobs _active;
    private readonly WakeSignal _wake;
    private bool _sweepNow;

    public JobDispatcher(JobServices services, JobLimits limits, IJobGate gate, TaskHints hints, EndedJobs ended)
    {
        (_services, _limits, _gate) = (services, limits, gate);
        _chores = [new Chore("Looking for callbacks", hints.DeliverAsync, services), new Chore("Deleting old jobs", ended.TidyAsync, services)];
        (_due, _wake, _active) = (new DueJobs(services), new WakeSignal(services.Time), new ActiveJobs(services.Logger));
        _services.Changes.Stored += OnStored;
    }

    /// <summary>Told of a shard that another process has taken; its jobs are being stopped.</summary>
    public Action<OwnedShard>? Lost { get; set; }

    public void Dispose()
    {
        _services.Changes.Stored -= OnStored;
        _wake.Dispose();
    }

    /// <summary>Drives the jobs of a shard from now on, under an epoch that the store has given.</summary>
    public OwnedShard Own(int number, long epoch)
    {
        // A process that has waited for its turn has not been silent for so long.
        if (_services.Shards.IsEmpty) _services.Pulse.Beat();
        OwnedShard shard = new(number, epoch);
        _services.Shards.Add(shard);
        Volatile.Write(ref _sweepNow, true);
        _wake.Set();
        return shard;
    }

    /// <summary>Drives the jobs of a shard no more. What is being sent is waited for: the next owner may begin when this has ended.</summary>
    public async Task ReleaseAsync(OwnedShard shard)
    {
        _services.Shards.Remove(shard);
        shard.Stop(_services.Logger);
        await _active.WhenAllAsync(shard.Number).ConfigureAwait(false);
    }

    /// <summary>Drives no shard any more.</summary>
    public Task ReleaseAllAsync() => Task.WhenAll(_services.Shards.All.Select(ReleaseAsync));

    /// <summary>Whether a shard can be given away without breaking off a send.</summary>
    public bool IsIdle(OwnedShard shard) => !_active.IsSending(shard.Number);

    /// <summary>Drives until the token says otherwise. What is under way goes on until its shard is released.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long swept = 0;
        for (int failures = 0; ;)
        {
            TimeSpan pause = JobGate.Tick;
            try
            {
                await _services.Clock.SynchronizeAsync(cancellationToken).ConfigureAwait(false);
                if (!_services.Shards.IsEmpty && (Interlocked.Exchange(ref _sweepNow, false) || _services.Time.GetElapsedTime(swept) >= s_sweep))
                {
                    await SweepAsync(cancellationToken).ConfigureAwait(false);
                    swept = _services.Time.GetTimestamp();
                }

                pause = await AdmitAsync(cancellationToken).ConfigureAwait(false);
                _services.Pulse.Beat();
                failures = 0;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Volatile.Write(ref _sweepNow, true);
                TimeSpan delay = Pause.After(failures++);
                JobLog.StoreFailed(_services.Logger, delay, failure);
                await PauseAsync(delay, cancellationToken).ConfigureAwait(false);
            }

            foreach (Chore chore in _chores) await chore.RunAsync(cancellationToken).ConfigureAwait(false);
            if (pause <= TimeSpan.Zero) continue;
            await _wake.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits after a failure, and goes on telling what is driven here: a process that is not heard of is thought to be gone, and others would begin in its place.</summary>
    private async Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        for (TimeSpan left = delay; left > TimeSpan.Zero; left -= JobGate.Tick)
        {
            await _gate.TakeAsync(new JobDemand(_active.Count, _active.Credits, []), cancellationToken).ConfigureAwait(false);
            await Task.Delay(left < JobGate.Tick ? left : JobGate.Tick, _services.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes up what is under way and driven by nobody, and stops what has ended elsewhere.</summary>
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        // In this order: a job that ends in between is among the open ones, and no longer among the active ones' errors.
        string[] before = _active.Ids;
        IReadOnlyList<OpenJob> open = await _services.Store.FindOpenAsync(_services.Shards.Filter, cancellationToken).ConfigureAwait(false);
        HashSet<string> ids = [.. open.Select(static job => job.Id)];
        foreach (GenerationJob job in await ReadAsync(before.Where(id => !ids.Contains(id)), cancellationToken).ConfigureAwait(false))
        {
            if (job.IsEnd) _active.Interrupt(job.Id);
        }

        foreach (GenerationJob job in await ReadAsync(ids.Where(id => !_active.Contains(id)), cancellationToken).ConfigureAwait(false))
        {
            if (job.IsEnd || job.State == JobState.Queued) continue;
            _services.Estimate.Learn(job.CurrentModel, job.Credits);
            Start(job, new JobEvent.TakenUp());
        }
    }

    private async Task<IReadOnlyList<GenerationJob>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        ids.ToArray() is { Length: > 0 } some ? await _services.Store.FindManyAsync(some, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Begins queued jobs as far as the limits allow.</summary>
    /// <returns>How long there is nothing to begin.</returns>
    private async Task<TimeSpan> AdmitAsync(CancellationToken cancellationToken)
    {
        int room = _services.Shards.IsEmpty || _services.Hold.IsActive ? 0 : Math.Min(_limits.MaxConcurrency - _active.Count, MostWanted);
        IReadOnlyList<DueJob> wanted = room > 0 ? await _due.PeekAsync(room, MayBegin, cancellationToken).ConfigureAwait(false) : [];
        JobPermits permits = await _gate.TakeAsync(new JobDemand(_active.Count, _active.Credits, [.. wanted.Select(static due => due.Credits)]), cancellationToken).ConfigureAwait(false);
        DueJob[] begun = [.. wanted.Take(permits.Count)];
        _due.Take(begun);
        foreach (DueJob due in begun) Begin(due);
        if (permits.RetryAfter == TimeSpan.Zero) return begun.Length > 0 ? TimeSpan.Zero : JobGate.Tick;
        if (permits.IsPaced)
        {
            // Nothing that happens meanwhile changes the pace.
            await Task.Delay(permits.RetryAfter, _services.Time, cancellationToken).ConfigureAwait(false);
            return TimeSpan.Zero;
        }

        // A job that ends leaves room, and wakes whoever waits.
        return permits.RetryAfter;
    }

    private bool MayBegin(GenerationJob job) => !_active.Contains(job.Id) && _services.Shards.Find(job.Shard) is { IsAdmitting: true };

    private void Begin(DueJob due)
    {
        GenerationJob job = due.Job;
        GenerationJob limited = _limits.MaxCredits is { } most && (job.MaxCredits ?? decimal.MaxValue) > most && due.Credits > most ? job with { MaxCredits = most } : job;
        Start(limited with { Credits = due.Credits }, new JobEvent.Admitted(due.Credits));
    }

    private void Start(GenerationJob job, JobEvent first)
    {
        if (_services.Shards.Find(job.Shard) is not { } shard) return;
        bool isBegun = first is JobEvent.Admitted;

        // It was free when it was looked up; since then the gate was asked, and it may be about to move.
        bool isSent = JobMachine.Apply(job, first, _services.Clock.UtcNow).Effects.Contains(JobEffect.Send);
        _active.Start(job, isSent, token => DriveAsync(shard, job, first, token), shard.Stopped, () => !isBegun || shard.IsAdmitting);
    }

    private async Task DriveAsync(OwnedShard shard, GenerationJob job, JobEvent first, CancellationToken cancellationToken)
    {
        using TelemetrySpan? span = JobTelemetry.StartJob(job);
        try
        {
            await new JobDriver(_services, shard.Epoch).RunAsync(job, first, cancellationToken).ConfigureAwait(false);
        }
        catch (LeaseLostException)
        {
            // Told once, however many of its jobs find it out.
            if (!_services.Shards.Remove(shard)) return;
            JobLog.LeaseLost(_services.Logger, shard.Number);
            shard.Stop(_services.Logger);
            Lost?.Invoke(shard);
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
            _wake.Set();
        }
    }

    private void OnStored(GenerationJob job)
    {
        _active.Note(job);
        if (job.IsEnd) _active.Interrupt(job.Id);
        else if (job.State is JobState.Running && !_active.Contains(job.Id)) Volatile.Write(ref _sweepNow, true);
        if (job.State is JobState.Queued or JobState.Running) _wake.Set();
    }
}
