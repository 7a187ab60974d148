namespace Evolink;

/// <summary>What the health check of the jobs takes for too long.</summary>
public sealed class EvolinkJobsHealthOptions
{
    /// <summary>How long a process that drives jobs may not have gone through its queue, since the store failed or something hangs. Beyond it the check fails.</summary>
    /// <value>The default is 1 minute; as a rule it goes through once a second.</value>
    public TimeSpan MaxSilence { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the oldest queued job may have been due: nobody drives the jobs, or the limits let too few begin. Beyond it the check says <c>Degraded</c>, in every process of the store.</summary>
    /// <value>The default is 10 minutes. Set it to what your customers wait for; a long queue that a limit works off is late, too.</value>
    public TimeSpan MaxLag { get; set; } = TimeSpan.FromMinutes(10);

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    internal void ThrowIfInvalid()
    {
        if (MaxSilence <= TimeSpan.Zero) throw new ArgumentException($"{nameof(EvolinkJobsHealthOptions)}.{nameof(MaxSilence)} must be over 0.");
        if (MaxLag <= TimeSpan.Zero) throw new ArgumentException($"{nameof(EvolinkJobsHealthOptions)}.{nameof(MaxLag)} must be over 0.");
    }
}
