using System.Net;
using Evolink.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Evolink;

/// <summary>
/// A local EvoLink API: it takes the requests that the specs describe, validates them, lets tasks live and serves their results.
/// Nothing is generated and nothing is billed, but it keeps a ledger of what would have been.
/// </summary>
/// <remarks>It listens on the loopback only. All members are thread-safe.</remarks>
public sealed class EvolinkSimulator : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly TaskStore _tasks;
    private readonly Account _account;
    private readonly FileStore _files;
    private readonly RequestLog _log;
    private readonly CallbackSender? _callbacks;
    private bool _disposed;

    private EvolinkSimulator(SimulatorOptions options, IReadOnlyList<SpecOperation> operations, IReadOnlyList<string> specProblems)
    {
        _tasks = new TaskStore();
        _account = new Account(_tasks, options.InitialCredits);
        _files = new FileStore(options);
        _log = new RequestLog(options.OnRequest);
        _callbacks = options.Callback is { } callback ? new CallbackSender(callback, options.TimeProvider) : null;
        _server = Build(options, new SimulatedApi(options, new RouteTable(operations, options, _tasks, _account, _files, _callbacks), _log));
        ApiKey = options.ApiKey;
        Models = SpecOperation.AllModels(operations);
        SpecProblems = specProblems;
    }

    /// <summary>Where the simulator listens, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The key that it accepts.</summary>
    public string ApiKey { get; }

    /// <summary>The models that its specs name, in ordinal order.</summary>
    public IReadOnlyList<string> Models { get; }

    /// <summary>What could not be read in a spec, as <c>file(line,column): id: message</c>. The other specs are served.</summary>
    public IReadOnlyList<string> SpecProblems { get; }

    /// <summary>Every charge up to now, oldest first; replays of an idempotency key are no charge.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => _account.Ledger();

    /// <summary>The latest requests (up to 200,000), oldest first.</summary>
    public IReadOnlyList<RequestRecord> Requests => _log.All();

    /// <summary>Every task as it stands now, oldest first.</summary>
    public IReadOnlyList<TaskSnapshot> Tasks => [.. _tasks.All().Select(static task => task.Snapshot())];

    /// <summary>Every call of a <c>callback_url</c> up to now, oldest first.</summary>
    public IReadOnlyList<CallbackRecord> Callbacks => _callbacks?.Records ?? [];

    /// <summary>Every uploaded file that has been neither deleted nor expired, oldest first. None is left once the simulator has stopped.</summary>
    public IReadOnlyList<SimulatedFile> Files =>
        [.. _files.All().Select(file => new SimulatedFile(file.Id, file.OriginalName, file.Folder, file.ContentType, file.Size, new Uri(BaseAddress, file.UrlPath), file.Uploaded, file.Expires))];

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">How it behaves; by default as each option says.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DirectoryNotFoundException">A spec folder does not exist.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<EvolinkSimulator> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ApiKey);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PendingFor, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ProcessingFor, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxRequestBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxUploadBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxFiles);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FilesLiveFor, TimeSpan.Zero);

        List<string> problems = [];
        List<SpecOperation> operations = [.. SpecLibrary.Load(options, problems, cancellationToken).SelectMany(OperationReader.Read)];
        EvolinkSimulator simulator = new(options, operations, problems);
        try
        {
            await simulator._server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await simulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        simulator.BaseAddress = new Uri(simulator._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        if (simulator._callbacks is { } callbacks) callbacks.Origin = simulator.BaseAddress.GetLeftPart(UriPartial.Authority);
        return simulator;
    }

    /// <summary>Stops listening; open connections are cut. What was recorded stays readable.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true)) return;

        _callbacks?.Dispose();
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        _files.Dispose();
    }

    private static WebApplication Build(SimulatorOptions options, SimulatedApi api)
    {
        // The empty builder reads no configuration: neither environment nor arguments of the host change a simulator.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = options.MaxRequestBytes;
            server.Listen(IPAddress.Loopback, options.Port);
        });
        WebApplication app = builder.Build();
        app.Run(api.HandleAsync);
        return app;
    }
}
