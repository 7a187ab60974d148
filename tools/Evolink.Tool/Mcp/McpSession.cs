using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Costs;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Mcp;

/// <summary>The session of a server. It is opened when it is first needed, so that models can be looked at without a key.</summary>
internal sealed class McpSession(ToolEnvironment environment, bool simulate) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private Session? _session;

    public bool IsSimulated => simulate;

    /// <summary>Takes up what was left unfinished, where there is a key.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (simulate || Account.HasKey(environment)) await GetAsync(cancellationToken);
    }

    /// <exception cref="ToolException">There is no key.</exception>
    public async Task<Session> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _session ??= await Session.OpenAsync(environment, simulate, drivesJobs: true, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The prices: of the service they need no key.</summary>
    public async Task<PriceLookup> GetPricesAsync(CancellationToken cancellationToken) => simulate
        ? await (await GetAsync(cancellationToken)).GetPricesAsync(cancellationToken)
        : await PriceBook.ReadAsync(environment, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
        _gate.Dispose();
    }
}
