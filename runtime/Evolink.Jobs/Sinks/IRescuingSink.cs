namespace Evolink.Jobs.Sinks;

/// <summary>A sink that keeps what has come of a job until all of it is there, and can bring it out before.</summary>
internal interface IRescuingSink
{
    /// <summary>Brings the results that have come whole to where they belong: no more will come. May be called again after whatever ended it.</summary>
    /// <returns>Where they are, in the order of the results; empty for none.</returns>
    Task<IReadOnlyList<string>> RescueAsync(GenerationJob job, CancellationToken cancellationToken);
}
