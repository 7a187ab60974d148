using Evolink.Tool.Cli;

namespace Evolink.Tool.Connections;

/// <summary>A client of the service, or of a simulator that lives as long as the command.</summary>
internal sealed class ServiceConnection : IAsyncDisposable
{
    private readonly EvolinkSimulator? _simulator;

    private ServiceConnection(EvolinkOptions options, EvolinkSimulator? simulator)
    {
        _simulator = simulator;
        options.MediaInspector = new MetadataMediaInspector();
        BaseAddress = options.BaseAddress;
        Client = new EvolinkClient(options);
    }

    public EvolinkClient Client { get; }

    /// <summary>What stands for the service's address; null where nothing does.</summary>
    public Uri? BaseAddress { get; }

    public bool IsSimulated => _simulator is not null;

    /// <exception cref="ToolException">There is no key.</exception>
    public static async Task<ServiceConnection> OpenAsync(ToolEnvironment environment, bool simulate, CancellationToken cancellationToken)
    {
        if (!simulate) return new ServiceConnection(Account.Read(environment), simulator: null);
        EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(environment.Simulator, cancellationToken);
        EvolinkOptions options = new()
        {
            ApiKey = simulator.ApiKey,
            BaseAddress = simulator.BaseAddress,
            UserAgentSuffix = ToolVersion.UserAgent,
            Polling = { MinimumInterval = environment.SimulatedInterval },
        };
        return new ServiceConnection(options, simulator);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_simulator is not null) await _simulator.DisposeAsync();
    }
}
