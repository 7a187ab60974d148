// A silo that drives jobs until it is told to stop (SIGTERM), is killed, or kills itself where it was told (--death, as the worker of one machine). It ends with whoever has started it.
// Arguments, all as --name value: redis, cluster, postgres, schema, service, key, silo-port, gateway-port; and death, clock (seconds that its clock is ahead), rate, concurrency.

using System.Globalization;
using System.Net;
using Evolink;
using Evolink.Jobs.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
string Text(string name, string? usual = null) => builder.Configuration[name] ?? usual ?? throw new ArgumentException($"--{name} is missing.");
double Number(string name, string? usual = null) => double.Parse(Text(name, usual), CultureInfo.InvariantCulture);

DeathPoint point = DeathPoint.Parse(Text("death", "never"));
builder.Services.AddSingleton<TimeProvider>(new SkewedClock(TimeSpan.FromSeconds(Number("clock", "0"))));
builder.Services.AddSingleton<IJobObserver>(new DeathObserver(point));
builder.Services
    .AddEvolink(options =>
    {
        options.ApiKey = Text("key");
        options.BaseAddress = new Uri(Text("service"));
        options.Polling.MinimumInterval = TimeSpan.FromMilliseconds(200);
        options.Polling.RequestsPerSecond = 200;
    })
    .AddHttpMessageHandler(() => new DeathHandler(point));
builder.UseOrleans(silo => silo
    .UseRedisClustering(Text("redis"))
    // By a clock that is minutes off, a silo that reports twice a minute seems to be silent.
    .Configure<ClusterMembershipOptions>(static options => options.NumMissedTableIAmAliveLimit = 60)
    .Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = Text("cluster"))
    .ConfigureEndpoints(IPAddress.Loopback, (int)Number("silo-port"), (int)Number("gateway-port"))
    .AddEvolinkJobs(jobs =>
    {
        jobs.UsePostgreSql(Text("postgres"), Text("schema")).UseModels(EvolinkModels.Catalogue);
        jobs.SubmissionsPerSecond = Number("rate", "1000");
        jobs.MaxConcurrency = (int)Number("concurrency", "100");
    }));

using IHost host = builder.Build();
await host.StartAsync().ConfigureAwait(false);
Console.WriteLine("ready");

// Who has started it holds the other end of its input: where that is gone, nobody would stop it.
_ = Task.Run(async () =>
{
    while (await Console.In.ReadLineAsync().ConfigureAwait(false) is not null)
    {
    }

    DeathPoint.Die();
});
await host.WaitForShutdownAsync().ConfigureAwait(false);
return 0;
