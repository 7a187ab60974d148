using Evolink.Jobs.Limits;
using Evolink.Jobs.Running;

namespace Evolink.Jobs.Orleans.Limits;

/// <inheritdoc cref="ILimitsGrain"/>
[GrainType(Name)]
[KeepAlive]
internal sealed class LimitsGrain(JobServices services, JobLimits limits) : Grain, ILimitsGrain
{
    public const string Name = "evolink-jobs-limits";

    private readonly JobGate _gate = new(limits, services.Time);

    /// <summary>The silo that counted before may be gone, and what it had allowed is under way: the store knows how much that is.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        int active = (await services.Store.FindOpenAsync(null, cancellationToken).ConfigureAwait(true)).Count;
        decimal credits = limits.MaxCredits is null ? 0 : await services.Store.SumOpenCreditsAsync(cancellationToken).ConfigureAwait(true);
        _gate.Assume(active, credits);
        await base.OnActivateAsync(cancellationToken).ConfigureAwait(true);
    }

    public Task<Permits> TakeAsync(string silo, int active, decimal activeCredits, decimal?[] wanted)
    {
        JobPermits permits = _gate.Take(silo, new JobDemand(active, activeCredits, wanted));
        return Task.FromResult(new Permits(permits.Count, permits.IsPaced, permits.RetryAfter));
    }
}
