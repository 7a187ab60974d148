using Evolink.Jobs.Orleans.Diagnostics;
using Evolink.Jobs.Running;
using Orleans.Runtime.Placement;

namespace Evolink.Jobs.Orleans.Shards;

/// <summary>Brings the right to drive a shard to the silo on which it is, and takes it along when it goes.</summary>
/// <remarks>It holds no state and drives nothing: the jobs are in the store, and the silo's <see cref="JobDispatcher"/> drives those of all its shards together.</remarks>
[GrainType(Name)]
[ShardPlacement]
[KeepAlive]
internal sealed class ShardGrain(ShardKeeper keeper, JobDispatcher dispatcher, JobServices services, ShardMap map, ILocalSiloDetails silo) : Grain, IShardGrain
{
    public const string Name = "evolink-jobs-shard";

    private OwnedShard? _shard;
    private JobLease? _lease;

    private int Number => (int)this.GetPrimaryKeyLong();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken).ConfigureAwait(true);
        await OwnAsync(cancellationToken).ConfigureAwait(true);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // What is being sent is waited for, so that the next owner finds out what came of it.
        if (_shard is not null) await dispatcher.ReleaseAsync(_shard).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _shard?.Dispose();
        _lease?.Dispose();
        await base.OnDeactivateAsync(reason, cancellationToken).ConfigureAwait(true);
    }

    public async Task KeepAwakeAsync()
    {
        if (keeper.IsStopping) return;
        SiloAddress? home = ShardMap.Choose(Number, map.FindSilos());
        if (home is null || home.Equals(silo.SiloAddress))
        {
            _shard?.IsAdmitting = true;
            await OwnAsync(CancellationToken.None).ConfigureAwait(true);
            return;
        }

        // Begins nothing more, and goes when nothing is being sent: a send that is broken off leaves an outcome that nobody knows.
        _shard?.IsAdmitting = false;
        if (_shard is not null && !dispatcher.IsIdle(_shard)) return;
        RequestContext.Set(IPlacementDirector.PlacementHintKey, home);
        MigrateOnIdle();
    }

    /// <summary>Takes a new epoch, unless the shard is driven here already. Where the store fails, the next call tries again.</summary>
    private async Task OwnAsync(CancellationToken cancellationToken)
    {
        if (keeper.IsStopping || (_shard is not null && services.Shards.Find(Number) == _shard)) return;
        try
        {
            _lease?.Dispose();
            _lease = await services.Store.AcquireAsync(Number, JobServices.Owner, cancellationToken).ConfigureAwait(true);
            _shard = dispatcher.Own(Number, _lease.Epoch);
        }
        catch (Exception failure)
        {
            ClusterLog.NotOwned(services.Logger, Number, failure.GetType().Name);
        }
    }
}
