using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Evolink.AI.Tests;

/// <summary>A client whose service is a simulator, and the bodies that the service was sent.</summary>
internal sealed class SimulatedImages : IAsyncDisposable
{
    private readonly EvolinkSimulator _simulator;
    private readonly ConcurrentQueue<JsonElement> _bodies;

    private SimulatedImages(EvolinkSimulator simulator, ConcurrentQueue<JsonElement> bodies)
    {
        (_simulator, _bodies) = (simulator, bodies);
        Client = new EvolinkClient(new EvolinkOptions
        {
            ApiKey = simulator.ApiKey,
            BaseAddress = simulator.BaseAddress,
            Polling = { MinimumInterval = TimeSpan.FromMilliseconds(50) },
        });
    }

    public EvolinkClient Client { get; }

    public EvolinkSimulator Simulator => _simulator;

    /// <summary>The body of the one create that was sent.</summary>
    public JsonElement Sent => Assert.Single(_bodies);

    /// <summary>The body of the one create that a model was sent.</summary>
    public JsonElement SentTo(string model) => Assert.Single(_bodies, body => body.GetProperty("model").GetString() == model);

    public static async Task<SimulatedImages> StartAsync(TaskScript? script = null)
    {
        ConcurrentQueue<JsonElement> bodies = new();
        EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(
            new SimulatorOptions { PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.Zero, Script = Record }, TestContext.Current.CancellationToken);
        return new SimulatedImages(simulator, bodies);

        TaskScript? Record(CreatedTask task)
        {
            bodies.Enqueue(task.Body.Clone());
            return script;
        }
    }

    public IImageGenerator Generator(string? model = null) => Client.AsImageGenerator(model);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _simulator.DisposeAsync();
    }
}
