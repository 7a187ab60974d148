using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>A client and a simulator on one clock, with real sockets between them, and everything that the client says overheard.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    /// <summary>What every request asks for; no log or trace may hold it.</summary>
    public const string Prompt = "a most secret wish";

    /// <summary>Longer than any client listens to silence.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;

    private Scenario(EvolinkSimulator simulator, FaultPlan plan, ManualTimeProvider time, QuietNetwork network, Action<EvolinkOptions>? configure)
    {
        (Simulator, Plan, Time, Network) = (simulator, plan, time, network);
        EvolinkOptions options = TestApi.Options(time);
        options.BaseAddress = simulator.BaseAddress;
        options.LoggerFactory = Listeners;
        configure?.Invoke(options);
        _http = network.Client();
        Client = new TestClient(options, _http);
    }

    public EvolinkSimulator Simulator { get; }

    public FaultPlan Plan { get; }

    public ManualTimeProvider Time { get; }

    public QuietNetwork Network { get; }

    public TestClient Client { get; }

    public Listeners Listeners { get; } = new();

    public static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "Scenarios", "Specs");

    /// <summary>The requests of one method: creates are the only POSTs.</summary>
    public IReadOnlyList<RequestRecord> Creates => [.. Simulator.Requests.Where(request => request.Method == "POST")];

    public IReadOnlyList<RequestRecord> Queries => [.. Simulator.Requests.Where(request => request.Path.StartsWith("/v1/tasks/", StringComparison.Ordinal))];

    public IReadOnlyList<RequestRecord> Downloads => [.. Simulator.Requests.Where(request => request.Path.StartsWith("/results/", StringComparison.Ordinal))];

    /// <summary>A create that meets a fault is paid for once, and the caller has the id of the task that was.</summary>
    public static async Task AssertCreateGivesItsTaskAsync(string name, Fault fault)
    {
        await using Scenario scenario = await StartAsync();
        scenario.Plan.OnCreates(fault);

        GenerationTask<TestTask> task = await scenario.SubmitAsync();

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.True(scenario.Simulator.Ledger[0].TaskId == task.Id, name);
    }

    public static async Task<Scenario> StartAsync(Func<SimulatorOptions, SimulatorOptions>? simulate = null, Action<EvolinkOptions>? configure = null)
    {
        FaultPlan plan = new();
        ManualTimeProvider time = new();
        QuietNetwork network = new();
        SimulatorOptions options = new()
        {
            ApiKey = TestApi.Key,
            TimeProvider = new ServerClock(time, network),
            Faults = plan.For,
            SpecFolders = [Specs],
            IncludeEmbeddedSpecs = false,
            MaxRequestBytes = 32 * 1024 * 1024,
            PendingFor = TimeSpan.FromSeconds(5),
            ProcessingFor = TimeSpan.FromSeconds(25),
        };
        return new Scenario(await EvolinkSimulator.StartAsync(simulate?.Invoke(options) ?? options), plan, time, network, configure);
    }

    /// <summary>Submits and runs to the response.</summary>
    public Task<GenerationTask<TestTask>> SubmitAsync(string prompt = Prompt) => Time.RunAsync(Client.SubmitAsync(new TestRequest(prompt)));

    /// <summary>Submits, waits and runs to the end.</summary>
    public Task<TestTask> GenerateAsync() => Time.RunAsync(Client.GenerateAsync(new TestRequest(Prompt)));

    /// <summary>Runs what must fail, and looks for the key in how it does.</summary>
    public static async Task<TError> FailsAsync<TError>(Task run)
        where TError : Exception
    {
        TError error = await Assert.ThrowsAsync<TError>(() => run);
        Leaks.AssertNoKey(error);
        Assert.DoesNotContain(Prompt, error.ToString(), StringComparison.Ordinal);
        return error;
    }

    /// <summary>Exactly this many creates were sent, all with one key, and this many were charged.</summary>
    public void AssertPaid(int creates, int charges)
    {
        Assert.Equal((creates, charges), (Creates.Count, Simulator.Ledger.Count));
        Assert.True(Creates.Select(request => request.IdempotencyKey).Distinct().Count() <= 1, "Retries have another key.");
        Assert.DoesNotContain(Creates, request => request.IdempotencyKey is null);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _http.Dispose();
        await Simulator.DisposeAsync();
        Listeners.Dispose();
        Listeners.AssertNoSecrets(Prompt);
    }
}
