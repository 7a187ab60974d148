using System.Globalization;
using Evolink.Codegen.Benchmarks.Quick.Rows;
using Evolink.Codegen.Benchmarks.Rivals;

namespace Evolink.Codegen.Benchmarks.Allocations;

/// <summary>What a call allocates, by type: where to look when a figure in bytes misses its goal.</summary>
internal static class AllocationRun
{
    private const int WarmUp = 20_000;
    private const int Calls = 200_000;

    /// <summary>A keystroke is as much work as a thousand calls.</summary>
    private const int CallsOfAKeystroke = 200;
    private const double LeastShare = 0.005;

    /// <summary>
    /// Prints the types of one kind of call: <c>create</c>, <c>get</c> or <c>poll</c>, or by hand <c>create-by-hand</c> and <c>get-by-hand</c>; of the
    /// generator, <c>keystroke</c> (in a comment) and <c>keystroke-in-description</c>.
    /// </summary>
    public static async Task<int> PrintAsync(string what)
    {
        if (what is "keystroke" or "keystroke-in-description")
        {
            Keystrokes keystrokes = what == "keystroke" ? Keystrokes.InComment() : Keystrokes.InDescription();
            await PrintAsync(
                () =>
                {
                    keystrokes.Type();
                    keystrokes.Generate();
                    return Task.CompletedTask;
                },
                WarmUp / CallsOfAKeystroke, Calls / CallsOfAKeystroke);
            return 0;
        }

        using InMemory handler = new();
        using HttpClient http = new(handler, disposeHandler: false);
        using EvolinkClient client = new(new EvolinkOptions { ApiKey = InMemory.Key }, http);
        using HandWritten hand = new(handler, InMemory.Key);
        WireRequest wire = Requests.Wire();
        using HttpMessageInvoker invoker = new(handler, disposeHandler: false);
        PollCall poll = new(invoker);
        KlingV3MotionControlRequest request = Requests.Own();
        Func<Task>? call = what switch
        {
            "create" => () => client.SubmitAsync(request),
            "get" => () => client.Tasks.GetTaskDetailAsync(InMemory.TaskId),
            "poll" => poll.SendAsync,
            "create-by-hand" => () => hand.CreateAsync(wire),
            "get-by-hand" => () => hand.GetAsync(InMemory.TaskId),
            _ => null,
        };
        if (call is null)
        {
            await Console.Error.WriteLineAsync($"'{what}' is none of create, get, poll, create-by-hand, get-by-hand, keystroke, keystroke-in-description.");
            return 1;
        }

        await PrintAsync(call, WarmUp, Calls);
        return 0;
    }

    private static async Task PrintAsync(Func<Task> call, int warmUp, int calls)
    {
        using AllocationListener listener = new();
        for (int index = 0; index < warmUp; index++) await call();
        listener.IsCounting = true;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int index = 0; index < calls; index++) await call();
        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / calls;
        listener.IsCounting = false;

        double samples = listener.Samples.Values.Sum();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes,10:N0} B a call ({samples} samples)"));
        foreach ((string type, int count) in listener.Samples.OrderByDescending(sample => sample.Value))
        {
            double share = count / samples;
            if (share >= LeastShare) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes * share,10:N0}  {type}"));
        }
    }
}
