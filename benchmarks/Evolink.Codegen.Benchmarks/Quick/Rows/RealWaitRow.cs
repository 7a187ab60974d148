using System.Diagnostics;
using System.Globalization;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>Ten thousand waits at once in real time, over sockets, against the simulator in a process of its own.</summary>
internal static class RealWaitRow
{
    public const string Argument = "--simulator";

    private const int Count = 10_000;

    // So many at once, as a caller would who has ten thousand requests: the simulator answers in a few milliseconds.
    private const int Submitting = 64;

    public static async IAsyncEnumerable<Row> MeasureAsync()
    {
        using Child server = Child.Start(out string address, Argument);
        using EvolinkClient client = new(new EvolinkOptions { ApiKey = "sk-simulator", BaseAddress = new Uri(address) });
        using SemaphoreSlim gate = new(Submitting);
        long before = GC.GetTotalMemory(forceFullCollection: true), peak = 0;
        using Process own = Process.GetCurrentProcess();
        TimeSpan processor = own.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();

        Task<double>[] waits = [.. Enumerable.Range(0, Count).Select(_ => WaitAsync())];
        Task all = Task.WhenAll(waits);
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1))) != all) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        double[] lags = await Task.WhenAll(waits);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        own.Refresh();
        yield return new Row("lag of 10,000 waits in real time, over sockets", "goal", lags.Average(), 5)
        {
            Unit = "s",
            Detail = string.Create(
                CultureInfo.InvariantCulture,
                $"{lags.Order().ElementAt((int)(0.95 * lags.Length)):0.0} s at the 95th percentile; {(own.TotalProcessorTime - processor).TotalSeconds:0.0} s of processor time in {seconds:0} s, at most {(peak - before) / 1e6:0} MB"),
        };

        async Task<double> WaitAsync()
        {
            await gate.WaitAsync();
            GenerationTask<TaskDetailResponse> task;
            try
            {
                task = await client.SubmitAsync(Requests.Own());
            }
            finally
            {
                gate.Release();
            }

            DateTime end = DateTime.UtcNow + RunTime(task.Id);
            await task.WaitAsync();
            return (DateTime.UtcNow - end).TotalSeconds;
        }
    }

    /// <summary>What the child does: prints its address, and serves.</summary>
    public static async Task<int> ChildAsync()
    {
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { Script = static task => TaskScript.Completing(TimeSpan.FromSeconds(0.1), RunTime(task.Id)) });
        Console.WriteLine(simulator.BaseAddress.AbsoluteUri);
        await Child.EndOfInputAsync();
        return 0;
    }

    // A ninth of the other rows' jobs, so that the table is there in two minutes. Both processes work it out by the id.
    private static TimeSpan RunTime(string id)
    {
        int seed = 17;
        foreach (char digit in id) seed = unchecked((seed * 31) + digit);
        return TimeSpan.FromSeconds(Job.RunTime(new Random(seed)) / 9);
    }
}
