using System.Net;
using System.Net.Sockets;
using Evolink;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace FleetSample;

/// <summary>A silo: it drives its share of the jobs until it is stopped, or killed.</summary>
internal static class SiloHost
{
    public static async Task<int> RunAsync(Surroundings surroundings)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddEvolink(surroundings.Configure);
        builder.UseOrleans(silo => silo
            .UseRedisClustering(surroundings.Redis)
            .Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = surroundings.Cluster)

            // Several silos on one machine need ports of their own. On machines of their own each has 11111 and 30000.
            .ConfigureEndpoints(IPAddress.Loopback, FindFreePort(), FindFreePort())
            .AddEvolinkJobs(surroundings.Configure));

        using IHost host = builder.Build();
        await host.StartAsync();
        Console.WriteLine($"Silo {Environment.ProcessId} drives its share. Ctrl+C hands it over; kill -9 {Environment.ProcessId} does not.");
        await host.WaitForShutdownAsync();
        return 0;
    }

    private static int FindFreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
