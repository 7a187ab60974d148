using Evolink.Jobs.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Running;

/// <summary>Drives all jobs of a store in one process at a time: waits until no other does, then owns every shard until it stops or another takes them.</summary>
internal sealed class JobRunner(JobServices services, JobDispatcher dispatcher) : BackgroundService
{
    // How long what is driven has to end when another process has taken the jobs: it can write nothing any more, but the id of a task that it still learns.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private Task _left = Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            using CancellationTokenSource lost = new();
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lost.Token);
            dispatcher.Lost = _ => HostCode.Cancel(lost, services.Logger);
            try
            {
                await HoldAsync(stop.Token, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // The host stops, or another process drives; then this one waits until it may again. A store that fails at that moment changes nothing.
            }
        }

        await _left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task HoldAsync(CancellationToken cancellationToken, CancellationToken stoppingToken)
    {
        using JobLease lease = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        JobLog.Driving(services.Logger, lease.Epoch);
        for (int shard = 0; shard < JobShards.Count; shard++) dispatcher.Own(shard, lease.Epoch);
        try
        {
            await dispatcher.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ReleaseAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for what is being sent, so that the lease is given back when nobody needs it any more. A lost one nobody needs: then a handler of the host's that hangs is left to itself.</summary>
    private async Task ReleaseAsync(CancellationToken stoppingToken)
    {
        Task released = dispatcher.ReleaseAllAsync();
        if (!stoppingToken.IsCancellationRequested)
        {
            await released.WaitAsync(s_patience, services.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!released.IsCompleted && !stoppingToken.IsCancellationRequested)
            {
                JobLog.StillBusy(services.Logger, s_patience);
                _left = Task.WhenAll(_left, released);
                return;
            }
        }

        await released.ConfigureAwait(false);
    }

    private async Task<JobLease> AcquireAsync(CancellationToken cancellationToken)
    {
        for (int failures = 0; ; failures++)
        {
            try
            {
                return await services.Store.AcquireAsync(null, JobServices.Owner, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                TimeSpan delay = Pause.After(failures);
                JobLog.StoreFailed(services.Logger, delay, failure);
                await Task.Delay(delay, services.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
