using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Evolink.Jobs.Orleans.Shards;

/// <summary>A shard belongs on one silo, which all silos find out by themselves (<see cref="ShardMap"/>).</summary>
[GenerateSerializer]
[Immutable]
[Alias("Evolink.Jobs.ShardPlacement")]
internal sealed class ShardPlacement : PlacementStrategy;

/// <summary>Places a grain by <see cref="ShardPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShardPlacementAttribute() : PlacementAttribute(new ShardPlacement());

/// <inheritdoc cref="ShardPlacement"/>
internal sealed class ShardPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        SiloAddress[] silos = context.GetCompatibleSilos(target);
        return Task.FromResult(IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? ShardMap.Choose((int)target.GrainIdentity.GetIntegerKey(), silos)!);
    }
}
