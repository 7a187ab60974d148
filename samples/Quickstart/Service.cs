using Evolink;

namespace Quickstart;

/// <summary>Who answers: the service, something that <c>EVOLINK_BASE_URL</c> names, or a simulator in this process.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly EvolinkSimulator? _simulator;

    private Service(EvolinkClient client, EvolinkSimulator? simulator, string description, bool isPaid)
    {
        (Client, Description, IsPaid, _simulator) = (client, description, isPaid, simulator);
    }

    public EvolinkClient Client { get; }

    /// <summary>One sentence for the user.</summary>
    public string Description { get; }

    /// <summary>Whether somebody pays for what is generated.</summary>
    public bool IsPaid { get; }

    public static async Task<Service> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(EvolinkOptions.ApiKeyVariable) is not { Length: > 0 })
        {
            EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(cancellationToken: cancellationToken);
            EvolinkClient local = new(new EvolinkOptions
            {
                ApiKey = simulator.ApiKey,
                BaseAddress = simulator.BaseAddress,
                Polling = { MinimumInterval = TimeSpan.FromMilliseconds(250) },
            });
            return new Service(local, simulator, $"No EVOLINK_API_KEY: a simulator at {simulator.BaseAddress} answers. Nothing is paid.", isPaid: false);
        }

        // What listens on this machine is a simulator, or something else that its owner has set up: not the service.
        EvolinkClient client = new();
        Uri? other = Uri.TryCreate(Environment.GetEnvironmentVariable(EvolinkOptions.BaseAddressVariable), UriKind.Absolute, out Uri? set) ? set : null;
        return other is null
            ? new Service(client, null, "EVOLINK_API_KEY is set: the requests go to EvoLink, and are paid for.", isPaid: true)
            : new Service(client, null, $"The requests go to {other} (EVOLINK_BASE_URL).", isPaid: !other.IsLoopback);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_simulator is not null) await _simulator.DisposeAsync();
    }
}
