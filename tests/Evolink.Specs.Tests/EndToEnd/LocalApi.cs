namespace Evolink.Tests.EndToEnd;

/// <summary>A simulator whose tasks take a moment, and clients that talk to it.</summary>
internal sealed class LocalApi : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-");

    private LocalApi(EvolinkSimulator simulator) => (Simulator, Client) = (simulator, NewClient(simulator));

    public EvolinkSimulator Simulator { get; }

    public EvolinkClient Client { get; }

    /// <summary>An empty folder for downloads.</summary>
    public string Folder => _folder.FullName;

    public static async Task<LocalApi> StartAsync(Func<CreatedTask, TaskScript?>? script = null) => new(await EvolinkSimulator.StartAsync(
        new SimulatorOptions
        {
            PendingFor = TimeSpan.FromMilliseconds(20),
            ProcessingFor = TimeSpan.FromMilliseconds(100),
            Script = script,
            IncludeEmbeddedSpecs = false,
            SpecFolders = [Support.Repository.Specs],
        },
        TestContext.Current.CancellationToken));

    public EvolinkClient NewClient(bool validateRequests = true, string? apiKey = null) => NewClient(Simulator, validateRequests, apiKey);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static EvolinkClient NewClient(EvolinkSimulator simulator, bool validateRequests = true, string? apiKey = null) => new(new EvolinkOptions
    {
        ApiKey = apiKey ?? simulator.ApiKey,
        BaseAddress = simulator.BaseAddress,
        ValidateRequests = validateRequests,
        Polling = { MinimumInterval = TimeSpan.FromMilliseconds(30), MaximumInterval = TimeSpan.FromMilliseconds(60), RequestsPerSecond = 200 },
    });
}
