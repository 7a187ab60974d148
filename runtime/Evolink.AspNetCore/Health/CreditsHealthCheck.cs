using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Evolink.Health;

/// <summary>Asks for the balance: it needs the network, the service and the key, and costs nothing.</summary>
internal sealed class CreditsHealthCheck(EvolinkClient client, double minimumCredits) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        CreditsResponse credits;
        try
        {
            credits = await client.Credits.GetCreditsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (EvolinkException error)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, error.Message, error);
        }

        double? left = Left(credits);
        Dictionary<string, object> data = [];
        if (left is not null) data["remaining_credits"] = left;
        return left < minimumCredits
            ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"There are {left:0.##} credits left, and {minimumCredits:0.##} are wanted."), data: data)
            : HealthCheckResult.Healthy(left is null ? "The key is good." : string.Create(CultureInfo.InvariantCulture, $"The key is good, and there are {left:0.##} credits left."), data);
    }

    /// <summary>A key may have a limit of its own below the account's.</summary>
    private static double? Left(CreditsResponse credits)
    {
        double? account = credits.Data?.User?.RemainingCredits;
        double? key = credits.Data?.Token is { UnlimitedCredits: not true } token ? token.RemainingCredits : null;
        return account is null ? key : key is null ? account : Math.Min(account.Value, key.Value);
    }
}
