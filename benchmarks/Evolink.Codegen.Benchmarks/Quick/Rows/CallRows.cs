using System.Text.Json;
using Evolink.Codegen.Benchmarks.Rivals;
using Refit;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>What a call costs, over a handler that answers at once.</summary>
internal static class CallRows
{
    public static async IAsyncEnumerable<Row> MeasureAsync()
    {
        using InMemory handler = new();
        using HttpClient own = new(handler, disposeHandler: false), others = new(handler, disposeHandler: false) { BaseAddress = new Uri("https://api.evolink.ai") };
        using EvolinkClient client = new(new EvolinkOptions { ApiKey = InMemory.Key }, own);
        using HandWritten hand = new(handler, InMemory.Key);
        IRefitApi refit = RestService.For<IRefitApi>(others, new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions { TypeInfoResolver = WireContext.Default })));
        ClientModelApi model = new(others);
        using KiotaApi kiota = new(others);
        KlingV3MotionControlRequest request = Requests.Own();
        WireRequest wire = Requests.Wire();

        Comparison create = await Comparison.RunAsync(() => client.SubmitAsync(request), () => hand.CreateAsync(wire));
        yield return new Row("create, in memory: time", "hand-written", create.Time, 1.3) { Detail = create.Detail };
        yield return new Row("create, in memory: bytes", "hand-written", create.Bytes, 1.15);
        foreach ((string name, Func<Task> rival) in new (string, Func<Task>)[] { ("Refit", () => refit.CreateAsync(wire)), ("System.ClientModel", () => model.CreateAsync(wire)) })
        {
            Comparison other = await Comparison.RunAsync(() => client.SubmitAsync(request), rival);
            yield return new Row("create, in memory: time", name, other.Time, 1.3) { Detail = other.Detail };
        }

        Comparison get = await Comparison.RunAsync(() => client.Tasks.GetTaskDetailAsync(InMemory.TaskId), () => hand.GetAsync(InMemory.TaskId));
        yield return new Row("GET, in memory: time", "hand-written", get.Time, 1.1) { Detail = get.Detail };
        yield return new Row("GET, in memory: bytes", "hand-written", get.Bytes, 1.15);
        foreach ((string name, Func<Task> rival) in new (string, Func<Task>)[]
        {
            ("Refit", () => refit.GetAsync(InMemory.TaskId)), ("Kiota", () => kiota.GetAsync(InMemory.TaskId)), ("System.ClientModel", () => model.GetAsync(InMemory.TaskId)),
        })
        {
            Comparison other = await Comparison.RunAsync(() => client.Tasks.GetTaskDetailAsync(InMemory.TaskId), rival);
            yield return new Row("GET, in memory: time", name, other.Time, 1.1) { Detail = other.Detail };
        }

        // Without an HttpClient of the caller's there is none: the client sends by an invoker over its own handler.
        using HttpMessageInvoker invoker = new(handler, disposeHandler: false);
        PollCall poll = new(invoker);
        Comparison same = await Comparison.RunAsync(poll.SendAsync, () => hand.GetAsync(InMemory.TaskId));
        yield return new Row("a poll, in memory: bytes", "GetFromJson", same.OwnBytes, 1400) { Unit = "B", Detail = same.Detail };
        Comparison changed = await Comparison.RunAsync(poll.SendChangedAsync, () => hand.GetAsync(InMemory.TaskId));
        yield return new Row("a poll that tells something new, in memory: bytes", "GetFromJson", changed.OwnBytes, 1400) { Unit = "B", Detail = changed.Detail };

        using Child server = Child.Start(out string address, LoopbackServer.Argument);
        using SocketsHttpHandler sockets = new();
        using HttpMessageInvoker loopback = new(sockets, disposeHandler: false);
        using HandWritten remote = new(sockets, InMemory.Key, address);
        PollCall overLoopback = new(loopback, address);
        Comparison polled = await Comparison.RunAsync(overLoopback.SendAsync, () => remote.GetAsync(InMemory.TaskId));
        yield return new Row("a poll, over the loopback: bytes", "GetFromJson", polled.OwnBytes, 2500) { Unit = "B", Detail = polled.Detail };
    }
}
