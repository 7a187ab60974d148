using System.Diagnostics;
using System.Globalization;

namespace Evolink.Codegen.Benchmarks.Quick;

/// <summary>Two ways to do one thing, warm and in turns, so that whatever else the machine does falls on both.</summary>
/// <param name="OwnTime">Ours, in nanoseconds.</param>
/// <param name="RivalTime">The rival's.</param>
/// <param name="OwnBytes">What ours allocates.</param>
/// <param name="RivalBytes">What the rival allocates.</param>
internal sealed record Comparison(double OwnTime, double RivalTime, double OwnBytes, double RivalBytes)
{
    private const int Rounds = 25;
    private const int LeastCalls = 1000;

    // Code that is called often is compiled anew in the background, 100 ms after it no longer changes.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_block = TimeSpan.FromMilliseconds(8);

    public double Time => OwnTime / RivalTime;

    public double Bytes => OwnBytes / RivalBytes;

    public string Detail => string.Create(CultureInfo.InvariantCulture, $"{OwnTime:N0} ns and {OwnBytes:N0} B against {RivalTime:N0} ns and {RivalBytes:N0} B");

    public static Comparison Run(Action own, Action rival) => RunAsync(Completed(own), Completed(rival)).GetAwaiter().GetResult();

    public static async Task<Comparison> RunAsync(Func<Task> own, Func<Task> rival)
    {
        int ownCount = await WarmUpAsync(own), rivalCount = await WarmUpAsync(rival);
        List<(double Time, double Bytes)> owns = [], rivals = [];
        for (int round = 0; round < Rounds; round++)
        {
            owns.Add(await BlockAsync(own, ownCount));
            rivals.Add(await BlockAsync(rival, rivalCount));
        }

        // The fastest of several: whatever else the machine does can only add. Bytes are the same every time, but for a pool that grows.
        return new Comparison(owns.Min(block => block.Time), rivals.Min(block => block.Time), Median(owns.Select(block => block.Bytes)), Median(rivals.Select(block => block.Bytes)));
    }

    private static Func<Task> Completed(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    private static async Task<int> WarmUpAsync(Func<Task> action)
    {
        int count = 0;
        for (int pass = 0; pass < 3; pass++)
        {
            count = 0;
            for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_warmUp || count < LeastCalls; count++) await action();
            await Task.Delay(s_warmUp / 2);
        }

        return Math.Max(1, (int)(count * (s_block / s_warmUp)));
    }

    private static async Task<(double Time, double Bytes)> BlockAsync(Func<Task> action, int count)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
        for (int call = 0; call < count; call++) await action();
        double time = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return (time / count, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / count);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
