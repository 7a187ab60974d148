namespace Evolink.Jobs.Orleans.Shards;

/// <summary>Which silo a shard belongs on: the same answer on every silo that sees the same members. When one comes or goes only its own share moves.</summary>
internal sealed class ShardMap(IClusterMembershipService membership, IClusterManifestProvider manifests)
{
    private static readonly GrainType s_shard = GrainType.Create(ShardGrain.Name);

    /// <summary>The silos that drive jobs.</summary>
    public SiloAddress[] FindSilos()
    {
        ClusterMembershipSnapshot members = membership.CurrentSnapshot;
        return [.. manifests.Current.Silos.Where(silo => silo.Value.Grains.ContainsKey(s_shard) && members.GetSiloStatus(silo.Key) == SiloStatus.Active).Select(static silo => silo.Key)];
    }

    /// <summary>The silo of a shard: the one whose hash with the shard is the greatest. Null where there is none.</summary>
    public static SiloAddress? Choose(int shard, IEnumerable<SiloAddress> silos) => silos.MaxBy(silo => Mix((uint)silo.GetConsistentHashCode(), (uint)shard));

    /// <summary>Spreads two numbers over all 64 bits: the finalizer of SplitMix64.</summary>
    private static ulong Mix(uint silo, uint shard)
    {
        ulong mixed = ((ulong)silo << 32 | shard) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
