using Evolink.Jobs.Limits;
using Evolink.Jobs.Orleans.Diagnostics;
using Evolink.Jobs.Running;

namespace Evolink.Jobs.Orleans.Shards;

/// <summary>Calls the shards of this silo every two seconds and whenever a silo comes or goes, so that each is awake somewhere; and drives what they own while the silo lives.</summary>
internal sealed class ShardKeeper(IGrainFactory grains, IClusterMembershipService membership, ShardMap map, ILocalSiloDetails silo, JobServices services, Func<JobDispatcher> getDispatcher)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan s_interval = 2 * JobGate.Tick;

    private readonly CancellationTokenSource _stop = new();
    private readonly WakeSignal _wake = new(services.Time);
    private readonly Task[] _calls = [.. Enumerable.Repeat(Task.CompletedTask, JobShards.Count)];
    private Task _running = Task.CompletedTask;

    /// <summary>Whether the silo leaves: no shard is taken any more.</summary>
    public bool IsStopping => _stop.IsCancellationRequested;

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(nameof(ShardKeeper), ServiceLifecycleStage.Active, StartAsync, StopAsync);

    public void Dispose()
    {
        _stop.Dispose();
        _wake.Dispose();
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(Task.Run(() => getDispatcher().RunAsync(_stop.Token), CancellationToken.None), Task.Run(WatchAsync, CancellationToken.None), Task.Run(KeepAsync, CancellationToken.None));
        return Task.CompletedTask;
    }

    /// <summary>Before the others learn that the silo leaves: whatever they take over is stored by then, and driven here no more.</summary>
    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running, getDispatcher().ReleaseAllAsync()).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WatchAsync()
    {
        await foreach (ClusterMembershipSnapshot _ in membership.MembershipUpdates.WithCancellation(_stop.Token).ConfigureAwait(false))
        {
            _wake.Set();
        }
    }

    private async Task KeepAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            SiloAddress[] silos = map.FindSilos();
            for (int shard = 0; shard < JobShards.Count; shard++)
            {
                // One call at a time: one that waits for a silo that is gone ends when that is known.
                if (_calls[shard].IsCompleted && silo.SiloAddress.Equals(ShardMap.Choose(shard, silos))) _calls[shard] = KeepAwakeAsync(shard);
            }

            await _wake.WaitAsync(s_interval, _stop.Token).ConfigureAwait(false);
        }
    }

    private async Task KeepAwakeAsync(int shard)
    {
        try
        {
            await grains.GetGrain<IShardGrain>(shard).KeepAwakeAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            if (!IsStopping) ClusterLog.NotAwake(services.Logger, shard, failure.GetType().Name);
        }
    }
}
