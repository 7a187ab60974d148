using Evolink.Jobs.Limits;

namespace Evolink.Jobs.Orleans.Limits;

/// <summary>The one of the cluster that counts for all silos. Its state is what they report; a new one has it again within seconds.</summary>
[Alias("Evolink.Jobs.ILimitsGrain")]
internal interface ILimitsGrain : IGrainWithIntegerKey
{
    /// <summary>Reports what a silo drives, and asks for jobs to be begun; see <see cref="JobDemand"/>.</summary>
    [Alias("Take")]
    [ResponseTimeout("00:00:05")]
    Task<Permits> TakeAsync(string silo, int active, decimal activeCredits, decimal?[] wanted);
}

/// <summary><see cref="JobPermits"/>, as they are sent between silos.</summary>
[GenerateSerializer]
[Immutable]
[Alias("Evolink.Jobs.Permits")]
internal readonly record struct Permits([property: Id(0)] int Count, [property: Id(1)] bool IsPaced, [property: Id(2)] TimeSpan RetryAfter);
