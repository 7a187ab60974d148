using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Running;

/// <summary>A shard that this process drives, under one epoch.</summary>
internal sealed class OwnedShard(int number, long epoch) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool _isAdmitting = true;

    public int Number { get; } = number;

    /// <summary>Named by every write that begins something.</summary>
    public long Epoch { get; } = epoch;

    /// <summary>Whether queued jobs may begin. A shard that is about to move only brings to an end what is being sent.</summary>
    public bool IsAdmitting
    {
        get => Volatile.Read(ref _isAdmitting);
        set => Volatile.Write(ref _isAdmitting, value);
    }

    /// <summary>Signalled when the shard is driven no more.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Signals it. What a callback of the host's code throws is logged: whoever stops a shard goes on to wait for its jobs.</summary>
    public void Stop(ILogger logger) => HostCode.Cancel(_stop, logger);

    public void Dispose() => _stop.Dispose();
}

/// <summary>The shards that this process drives right now: all of them on one machine, some in a cluster.</summary>
internal sealed class OwnedShards
{
    private readonly Lock _gate = new();
    private readonly OwnedShard?[] _shards = new OwnedShard?[JobShards.Count];
    private int[] _numbers = [];

    public bool IsEmpty => Volatile.Read(ref _numbers).Length == 0;

    /// <summary>Their numbers, as stores are asked for them; null for all.</summary>
    public IReadOnlyCollection<int>? Filter => Volatile.Read(ref _numbers) is { Length: < JobShards.Count } some ? some : null;

    /// <summary>As <see cref="Filter"/>, without the shards that begin nothing.</summary>
    public IReadOnlyCollection<int>? Admitting =>
        All.Where(static shard => shard.IsAdmitting).Select(static shard => shard.Number).ToArray() is { Length: < JobShards.Count } some ? some : null;

    public OwnedShard[] All
    {
        get
        {
            lock (_gate) return [.. _shards.OfType<OwnedShard>()];
        }
    }

    /// <summary>The shard, where this process drives it; else null.</summary>
    public OwnedShard? Find(int number)
    {
        lock (_gate) return _shards[number];
    }

    public void Add(OwnedShard shard)
    {
        lock (_gate)
        {
            _shards[shard.Number] = shard;
            Count();
        }
    }

    /// <summary>Takes a shard out, unless it is there under another epoch by now.</summary>
    public bool Remove(OwnedShard shard)
    {
        lock (_gate)
        {
            if (_shards[shard.Number] != shard) return false;
            _shards[shard.Number] = null;
            Count();
            return true;
        }
    }

    private void Count() => Volatile.Write(ref _numbers, [.. _shards.OfType<OwnedShard>().Select(static shard => shard.Number)]);
}
