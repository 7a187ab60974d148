using Evolink;

namespace FleetSample;

/// <summary>The service of the silos: the simulator, on a port that they know.</summary>
internal static class Service
{
    public static async Task<int> RunAsync(Surroundings surroundings)
    {
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { ApiKey = Surroundings.ApiKey, Port = surroundings.Service.Port });
        TaskCompletionSource stop = new();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.TrySetResult();
        };
        Console.WriteLine($"The service is at {simulator.BaseAddress}; Ctrl+C ends it.");
        await stop.Task;

        int twice = simulator.Ledger.Count - simulator.Ledger.Select(static charge => charge.IdempotencyKey).Distinct().Count();
        Console.WriteLine($"{simulator.Ledger.Count} charges, {twice} of them twice for one job");
        return 0;
    }
}
