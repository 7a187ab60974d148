using Evolink.Jobs.Health;
using Evolink.Jobs.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Evolink;

/// <summary>Says whether the host's jobs are driven.</summary>
public static class EvolinkJobsHealthChecks
{
    /// <summary>Checks that the store of the jobs answers, that this process drives its jobs if it drives any, and that no job waits too long for its turn. It sends nothing to the service.</summary>
    /// <remarks>
    /// The data of the check: <c>queued</c>, <c>submitting</c>, <c>running</c>, <c>saving</c>, <c>outcome_unknown</c> (numbers of jobs), <c>oldest_due_seconds</c>, <c>is_driving</c> and, where it is
    /// true, <c>silence_seconds</c>. Whether the service itself answers is another check: <c>AddEvolink</c> of <c>Evolink.AspNetCore</c>.
    /// </remarks>
    /// <param name="builder">The host's health checks: <c>services.AddHealthChecks()</c>.</param>
    /// <param name="configure">Says what is too long; null for the defaults.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What a store that does not answer, or jobs that are not driven, are reported as; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The check's tags.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public static IHealthChecksBuilder AddEvolinkJobs(
        this IHealthChecksBuilder builder, Action<EvolinkJobsHealthOptions>? configure = null, string name = "evolink-jobs", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        EvolinkJobsHealthOptions options = new();
        configure?.Invoke(options);
        options.ThrowIfInvalid();
        return builder.Add(new HealthCheckRegistration(
            name, provider => new QueueHealthCheck(provider.GetRequiredService<JobServices>(), options.MaxSilence, options.MaxLag), failureStatus, tags, TimeSpan.FromSeconds(30)));
    }
}
