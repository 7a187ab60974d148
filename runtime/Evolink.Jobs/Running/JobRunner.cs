using Evolink.Jobs.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Running;

/// <summary>Drives all jobs of a store in one process at a time: waits until no other does, then owns every shard until it stops or another takes them.</summary>
internal sealed class JobRunner(JobServices services, JobDispatcher dispatcher) : BackgroundService
{
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
                await HoldAsync(stop.Token).ConfigureAwait(false);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // The host stops, or another process drives; then this one waits until it may again. A store that fails at that moment changes nothing.
            }
        }
    }

    private async Task HoldAsync(CancellationToken cancellationToken)
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
            // What is being sent is waited for: the lease is given back when nobody needs it any more.
            await dispatcher.ReleaseAllAsync().ConfigureAwait(false);
        }
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
