using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Evolink.Jobs.Orleans.Tests.Support;
using Evolink.Servers;

namespace Evolink.Jobs.Orleans.Tests.Samples;

/// <summary>The sample of a cluster as its page has it: the service, a silo and a client, each a process of its own.</summary>
public sealed class FleetSampleTests(PostgresServer postgres, RedisServer redis)
{
    private static readonly string s_sample = Path.Combine(
        typeof(FleetSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepositoryRoot").Value!,
        "samples/Fleet/bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
        "net10.0/Fleet.dll");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheServiceASiloAndAClient_EndEveryJob()
    {
        Switches.SkipIfTooBusy();
        string name = $"fleet_{Guid.NewGuid():N}";
        Dictionary<string, string> surroundings = new()
        {
            ["ConnectionStrings__Jobs"] = await postgres.GetConnectionStringAsync(),
            ["ConnectionStrings__Redis"] = await redis.GetAddressAsync(),
            ["FLEET_SERVICE"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ServerProcess.FindFreePort()}"),
            ["FLEET_CLUSTER"] = name,
            ["FLEET_SCHEMA"] = name,
        };

        using Process service = Start(surroundings, "service");
        using Process silo = Start(surroundings, "silo");
        try
        {
            await UntilAsync(service, "The service is at ");
            await UntilAsync(silo, "drives its share");
            using Process client = Start(surroundings, "client", "5");
            string output = await client.StandardOutput.ReadToEndAsync(Token);
            await client.WaitForExitAsync(Token);

            Assert.True(client.ExitCode == 0 && output.Contains("5 Completed of 5", StringComparison.Ordinal), output + await client.StandardError.ReadToEndAsync(Token));
        }
        finally
        {
            foreach (Process process in (Process[])[silo, service])
            {
                if (!process.HasExited) process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static Process Start(Dictionary<string, string> surroundings, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [s_sample, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in surroundings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task UntilAsync(Process process, string said)
    {
        while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (line.Contains(said, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"It ended before it said '{said}': {await process.StandardError.ReadToEndAsync(Token)}");
    }
}
