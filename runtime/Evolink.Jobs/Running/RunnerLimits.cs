namespace Evolink.Jobs.Running;

/// <summary>What a runner keeps within.</summary>
/// <param name="MaxConcurrency">The most jobs at a time.</param>
/// <param name="SubmissionsPerSecond">The most submissions.</param>
/// <param name="MaxCredits">The most credits of all running jobs together; null for no limit.</param>
internal sealed record RunnerLimits(int MaxConcurrency, double SubmissionsPerSecond, decimal? MaxCredits);
