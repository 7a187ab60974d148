namespace Evolink.Jobs.Orleans.Shards;

/// <summary>Owns the jobs of one shard, wherever it is: the number of the shard is its key.</summary>
[Alias("Evolink.Jobs.IShardGrain")]
internal interface IShardGrain : IGrainWithIntegerKey
{
    /// <summary>Called every few seconds: wherever the shard was, it is somewhere now, owns its jobs, and moves to where it belongs.</summary>
    [Alias("KeepAwake")]
    [ResponseTimeout("00:00:20")]
    Task KeepAwakeAsync();
}
