using Evolink;

namespace FleetSample;

/// <summary>Where everything is. A real application takes it from its configuration.</summary>
internal sealed record Surroundings(string Postgres, string Redis, Uri Service, string Cluster, string Schema, double Rate, int Concurrency)
{
    public const string ApiKey = "sk-fleet";

    public static Surroundings Read() => new(
        Text("ConnectionStrings__Jobs", "Host=127.0.0.1;Username=postgres;Database=postgres"),
        Text("ConnectionStrings__Redis", "127.0.0.1:6379"),
        new Uri(Text("FLEET_SERVICE", "http://127.0.0.1:5077")),
        Text("FLEET_CLUSTER", "fleet"),
        Text("FLEET_SCHEMA", "fleet"),
        double.Parse(Text("FLEET_RATE", "20"), System.Globalization.CultureInfo.InvariantCulture),
        int.Parse(Text("FLEET_CONCURRENCY", "200"), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The same for the environment of another process.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToEnvironment() =>
    [
        new("ConnectionStrings__Jobs", Postgres), new("ConnectionStrings__Redis", Redis), new("FLEET_SERVICE", Service.ToString()), new("FLEET_CLUSTER", Cluster), new("FLEET_SCHEMA", Schema),
        new("FLEET_RATE", Rate.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("FLEET_CONCURRENCY", Concurrency.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    /// <summary>The options that all silos share, and that a client needs as well: they are the same jobs.</summary>
    public void Configure(EvolinkJobsOptions jobs)
    {
        jobs.UsePostgreSql(Postgres, Schema).UseModels(EvolinkModels.Catalogue);
        jobs.SubmissionsPerSecond = Rate;
        jobs.MaxConcurrency = Concurrency;
    }

    public void Configure(EvolinkOptions client)
    {
        client.ApiKey = ApiKey;
        client.BaseAddress = Service;
        client.Polling.MinimumInterval = TimeSpan.FromMilliseconds(500);
    }

    private static string Text(string name, string usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : usual;
}
