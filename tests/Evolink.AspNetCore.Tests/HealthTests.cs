using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Evolink.AspNetCore.Tests;

/// <summary>The check says whether the host can generate: the service, the key, the credits.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData(600, HealthStatus.Healthy, "The key is good, and there are 600 credits left.")]
    [InlineData(499.5, HealthStatus.Degraded, "There are 499.5 credits left, and 500 are wanted.")]
    public async Task TheBalance_IsHeldAgainstTheMinimum(double credits, HealthStatus status, string description)
    {
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { InitialCredits = (decimal)credits }, TestContext.Current.CancellationToken);
        HealthReportEntry entry = await CheckAsync(simulator.ApiKey, simulator.BaseAddress);
        Assert.Equal((status, description), (entry.Status, entry.Description));
        Assert.Equal(credits, entry.Data["remaining_credits"]);
    }

    [Fact]
    public async Task AKeyThatIsRefused_IsUnhealthy()
    {
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        HealthReportEntry entry = await CheckAsync("sk-another", simulator.BaseAddress);
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.DoesNotContain("sk-another", $"{entry.Description} {entry.Exception}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServiceThatIsNotThere_IsUnhealthy() =>
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync("sk-simulator", new Uri("http://127.0.0.1:1"))).Status);

    private static async Task<HealthReportEntry> CheckAsync(string key, Uri address)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddEvolink(options => (options.ApiKey, options.BaseAddress, options.MaxRetries) = (key, address, 0));
        services.AddHealthChecks().AddEvolink(minimumCredits: 500);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return report.Entries["evolink"];
    }
}
