namespace Evolink.Jobs.Limits;

/// <summary>What the jobs of a store keep within, however many processes drive them.</summary>
/// <param name="MaxConcurrency">The most jobs at a time.</param>
/// <param name="SubmissionsPerSecond">The most submissions.</param>
/// <param name="MaxCredits">The most credits of all running jobs together; null for no limit.</param>
internal sealed record JobLimits(int MaxConcurrency, double SubmissionsPerSecond, decimal? MaxCredits);
