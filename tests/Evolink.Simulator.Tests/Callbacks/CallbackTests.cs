using System.Text.Json.Nodes;

namespace Evolink.Tests.Callbacks;

/// <summary>A task that has ended is called about, as the service does it.</summary>
public sealed class CallbackTests
{
    private const string Film = """{"model":"film-1","prompt":"A dance","callback_url":"https://hooks.example.com/evolink/abc?x=1"}""";

    [Fact]
    public async Task TheEnd_IsToldOnce_InTheWordsOfTheQuery()
    {
        await using CallbackReceiver receiver = await CallbackReceiver.StartAsync(200);
        await using Api api = await StartAsync(receiver);
        string id = await api.CreateAsync(Film);

        JsonNode told = await receiver.NextAsync();
        Assert.True(JsonNode.DeepEquals(await api.QueryAsync(id), told));
        Assert.Equal("/evolink/abc?x=1", Assert.Single(receiver.Paths));
        await UntilAsync(() => api.Simulator.Callbacks.Count > 0);
        Assert.Equal((id, 1, 200), Assert.Single(api.Simulator.Callbacks) is var call ? (call.TaskId, call.Attempt, call.Status) : default);
    }

    [Fact]
    public async Task WithoutASuccess_ItIsTriedThreeMoreTimes()
    {
        await using CallbackReceiver receiver = await CallbackReceiver.StartAsync(503);
        await using Api api = await StartAsync(receiver);
        await api.CreateAsync(Film);
        await UntilAsync(() => api.Simulator.Callbacks.Count == 4);
        Assert.Equal([1, 2, 3, 4], api.Simulator.Callbacks.Select(static call => call.Attempt));
        Assert.All(api.Simulator.Callbacks, static call => Assert.Equal(503, call.Status));
    }

    [Fact]
    public async Task WhoDoesNotListen_IsNoAnswer()
    {
        await using Api api = await Api.StartAsync(static options => Quick(options) with { Callback = static _ => new Uri("http://127.0.0.1:1/") });
        await api.CreateAsync(Film);
        await UntilAsync(() => api.Simulator.Callbacks.Count == 4);
        Assert.All(api.Simulator.Callbacks, static call => Assert.Null(call.Status));
    }

    [Fact]
    public async Task WithoutAnAddress_NobodyIsCalled()
    {
        await using CallbackReceiver receiver = await CallbackReceiver.StartAsync(200);
        await using Api api = await StartAsync(receiver);
        await api.CreateAsync();
        await api.CreateAsync(Film);
        await receiver.NextAsync();
        Assert.Single(receiver.Paths);
    }

    private static Task<Api> StartAsync(CallbackReceiver receiver) =>
        Api.StartAsync(options => Quick(options) with { Callback = url => new Uri(receiver.Address, url.PathAndQuery) });

    private static SimulatorOptions Quick(SimulatorOptions options) => options with { TimeProvider = new QuickTime(), PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.Zero };

    private static async Task UntilAsync(Func<bool> isReached)
    {
        while (!isReached()) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    /// <summary>The pauses between tries are a hundredth of what is asked for; the time for an answer is what it is.</summary>
    private sealed class QuickTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, dueTime <= TimeSpan.FromSeconds(4) ? dueTime / 100 : dueTime, period);
    }
}
