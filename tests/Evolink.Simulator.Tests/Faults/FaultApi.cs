using Evolink.Tests.Support;

namespace Evolink.Tests.Faults;

/// <summary>A simulator with a plan of faults and a clock whose timers fire when a test moves it.</summary>
internal sealed class FaultApi : IAsyncDisposable
{
    private FaultApi(EvolinkSimulator simulator, FaultPlan plan, ManualTimeProvider time) => (Simulator, Plan, Time) = (simulator, plan, time);

    public EvolinkSimulator Simulator { get; }

    public FaultPlan Plan { get; }

    public ManualTimeProvider Time { get; }

    public static async Task<FaultApi> StartAsync(params IReadOnlyList<Fault?> onCreates)
    {
        FaultPlan plan = new FaultPlan().OnCreates(onCreates);
        ManualTimeProvider time = new();
        SimulatorOptions options = new() { TimeProvider = time, SpecFolders = [Api.TestSpecs], IncludeEmbeddedSpecs = false, Faults = plan.For };
        return new FaultApi(await EvolinkSimulator.StartAsync(options, TestContext.Current.CancellationToken), plan, time);
    }

    public async Task<RawReply> GetAsync(string path)
    {
        using RawClient client = await RawClient.ConnectAsync(Simulator);
        await client.SendGetAsync(path);
        return await client.ReceiveAsync();
    }

    /// <summary>Moves the clock once somebody waits for it.</summary>
    public async Task AdvanceAsync(TimeSpan duration)
    {
        while (Time.Timers == 0) await Task.Yield();
        Time.Advance(duration);
    }

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}
