using System.Net;
using Evolink.Jobs.Orleans.Shards;

namespace Evolink.Jobs.Orleans.Tests.Shards;

/// <summary>Every silo finds out by itself which shard belongs where: they have to agree, share evenly, and move little.</summary>
public sealed class ShardMapTests
{
    private static readonly SiloAddress[] s_silos = [.. Enumerable.Range(0, 5).Select(static index => SiloAddress.New(IPAddress.Loopback, 11111 + index, 700_000_000 + index))];

    [Fact]
    public void TheOrderOfTheSilos_DoesNotMatter() =>
        Assert.All(Enumerable.Range(0, JobShards.Count), static shard => Assert.Equal(ShardMap.Choose(shard, s_silos), ShardMap.Choose(shard, s_silos.Reverse())));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void EachSilo_HasItsShare(int silos)
    {
        int fair = JobShards.Count / silos;
        int[] shares = [.. Enumerable.Range(0, JobShards.Count).GroupBy(shard => ShardMap.Choose(shard, s_silos.Take(silos))).Select(static share => share.Count())];

        Assert.Equal(silos, shares.Length);
        Assert.All(shares, share => Assert.InRange(share, fair * 2 / 3, fair * 4 / 3 + 1));
    }

    [Fact]
    public void WhenASiloComes_OnlyItsOwnShareMoves()
    {
        foreach (int shard in Enumerable.Range(0, JobShards.Count))
        {
            SiloAddress? before = ShardMap.Choose(shard, s_silos.Take(4)), after = ShardMap.Choose(shard, s_silos);
            Assert.True(after == before || after == s_silos[4]);
        }
    }

    [Fact]
    public void WithoutSilos_ThereIsNone() => Assert.Null(ShardMap.Choose(1, []));
}
