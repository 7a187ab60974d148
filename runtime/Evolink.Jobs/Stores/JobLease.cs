namespace Evolink;

/// <summary>The right to drive the jobs of a shard, or of all, for as long as nobody takes a newer one.</summary>
/// <param name="epoch">Grows with every lease of the same shard.</param>
/// <param name="held">What keeps other processes away, given back when the lease is disposed; null where nothing does.</param>
public sealed class JobLease(long epoch, IDisposable? held = null) : IDisposable
{
    /// <summary>Named by every write that begins something.</summary>
    public long Epoch { get; } = epoch;

    /// <summary>Gives the lease back.</summary>
    public void Dispose() => held?.Dispose();
}
