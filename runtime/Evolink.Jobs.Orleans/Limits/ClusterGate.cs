using Evolink.Jobs.Limits;
using Evolink.Jobs.Orleans.Diagnostics;
using Evolink.Jobs.Running;

namespace Evolink.Jobs.Orleans.Limits;

/// <summary>Asks the one of the cluster that counts. While nobody does, nothing begins.</summary>
internal sealed class ClusterGate(IGrainFactory grains, ILocalSiloDetails silo, JobServices services) : IJobGate
{
    private bool _hadActive;

    public async ValueTask<JobPermits> TakeAsync(JobDemand demand, CancellationToken cancellationToken)
    {
        // The last job's end is reported, and then there is nothing to say.
        if (demand is { Active: 0, Wanted.Count: 0 } && !_hadActive) return new JobPermits(0, IsPaced: false, TimeSpan.Zero);
        try
        {
            Permits permits = await grains.GetGrain<ILimitsGrain>(0)
                .TakeAsync(silo.SiloAddress.ToParsableString(), demand.Active, demand.ActiveCredits, [.. demand.Wanted])
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            _hadActive = demand.Active > 0;
            return new JobPermits(permits.Count, permits.IsPaced, permits.RetryAfter);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            ClusterLog.GateFailed(services.Logger, failure.GetType().Name);
            return new JobPermits(0, IsPaced: false, JobGate.Tick);
        }
    }
}
