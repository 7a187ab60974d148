using System.Diagnostics;
using System.Runtime.InteropServices;
using Evolink.Codegen.Benchmarks.Quick.Rows;

namespace Evolink.Codegen.Benchmarks.Quick;

/// <summary>Every figure against its rival, in two minutes.</summary>
internal static class QuickRun
{
    private static readonly (string Name, Func<IAsyncEnumerable<Row>> Measure)[] s_groups =
    [
        ("calls", CallRows.MeasureAsync),
        ("json", () => JsonRows.Measure().ToAsyncEnumerable()),
        ("validation", () => ValidationRows.Measure().ToAsyncEnumerable()),
        ("pace", () => PaceRows.Measure().ToAsyncEnumerable()),
        ("waits", WaitRows.MeasureAsync),
        ("real", RealWaitRow.MeasureAsync),
        ("start", () => StartUpRow.Measure().ToAsyncEnumerable()),
        ("generator", () => GeneratorRows.Measure().ToAsyncEnumerable()),
        ("compile", () => CompileRows.Measure().ToAsyncEnumerable()),
        ("download", DownloadRow.MeasureAsync),
    ];

    /// <summary>Prints the table.</summary>
    /// <param name="isCheck">Whether a row that is more than twice its goal is a failure.</param>
    /// <param name="only">One group of rows; null for all.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> PrintAsync(bool isCheck, string? only)
    {
        long start = Stopwatch.GetTimestamp();
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors\n");
        Console.WriteLine("| what | against | figure | goal | | measured |\n|---|---|---|---|---|---|");
        List<Row> rows = [];
        foreach ((string name, Func<IAsyncEnumerable<Row>> measure) in s_groups.Where(group => only is null || group.Name == only))
        {
            await foreach (Row row in measure())
            {
                rows.Add(row);
                Console.WriteLine(row);
            }
        }

        Console.WriteLine($"\n{rows.Count(row => row.IsReached)} of {rows.Count} reached, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s.");
        return isCheck && rows.Any(row => row.IsFarOff) ? 1 : 0;
    }
}
