using Evolink.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Evolink;

/// <summary>Says whether the host can generate.</summary>
public static class EvolinkHealthCheckExtensions
{
    /// <summary>Checks that the service answers, that the key is good, and that credits are left. It asks for the balance, which costs nothing.</summary>
    /// <param name="builder">The host's health checks: <c>services.AddHealthChecks()</c>.</param>
    /// <param name="minimumCredits">Fewer credits than this are <see cref="HealthStatus.Degraded"/>. 68 credits are one US dollar.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What a service that does not answer, or a key that is refused, is reported as; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The check's tags.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddEvolink(
        this IHealthChecksBuilder builder, double minimumCredits = 1, string name = "evolink", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, provider => new CreditsHealthCheck(provider.GetRequiredService<EvolinkClient>(), minimumCredits), failureStatus, tags, TimeSpan.FromSeconds(30)));
    }
}
