using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Evolink.Codegen.Benchmarks.Rivals;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>The first create and the first query of a process.</summary>
internal static class StartUpRow
{
    public const string Argument = "--start-up";

    private const int Runs = 5;

    public static IEnumerable<Row> Measure()
    {
        List<double[]> own = [], hand = [];
        for (int run = 0; run < Runs; run++)
        {
            own.Add(Figures("own"));
            hand.Add(Figures("hand"));
        }

        double ownTime = own.Min(run => run[0]), handTime = hand.Min(run => run[0]);
        yield return new Row("start-up: first create and query", "hand-written", ownTime / handTime, 1.1)
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"{ownTime:0.0} ms and {own[0][1]:0} methods compiled, against {handTime:0.0} ms and {hand[0][1]:0}; best of {Runs}"),
        };
    }

    /// <summary>What the child does: prints milliseconds and compiled methods.</summary>
    public static async Task<int> ChildAsync(string who)
    {
        using InMemory handler = new();
        long methods = JitInfo.GetCompiledMethodCount(), start = Stopwatch.GetTimestamp();
        if (who == "own") await OwnAsync(handler);
        else await HandAsync(handler);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time} {JitInfo.GetCompiledMethodCount() - methods}"));
        return 0;
    }

    private static async Task OwnAsync(InMemory handler)
    {
        using HttpClient http = new(handler, disposeHandler: false);
        using EvolinkClient client = new(new EvolinkOptions { ApiKey = InMemory.Key }, http);
        GenerationTask<TaskDetailResponse> task = await client.SubmitAsync(Requests.Own());
        await client.Tasks.GetTaskDetailAsync(task.Id);
    }

    private static async Task HandAsync(InMemory handler)
    {
        using HandWritten client = new(handler, InMemory.Key);
        WireTask? task = await client.CreateAsync(Requests.Wire());
        await client.GetAsync(task!.Id!);
    }

    private static double[] Figures(string who) => [.. Child.Run(Argument, who).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
}
