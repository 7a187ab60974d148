namespace Evolink.Tests.Support;

/// <summary>Reads the outcomes of many requests on a test's clock, which moves only while every request that is under way stands in a pause.</summary>
internal static class ManyRun
{
    /// <param name="time">The clock.</param>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="count">How many requests there are.</param>
    /// <param name="parallelism">How many of them are under way at once.</param>
    /// <param name="onOutcome">Called for each outcome; false leaves the loop.</param>
    public static async Task RunAsync<T>(this ManualTimeProvider time, IAsyncEnumerable<T> outcomes, int count, int parallelism, Func<T, bool> onOutcome)
    {
        Queue<TaskCompletionSource> underWay = new(Enumerable.Range(0, Math.Min(count, parallelism)).Select(static _ => new TaskCompletionSource()));
        Task[] clock = [.. underWay.Select(static one => one.Task)];
        Task reading = ReadAsync();
        await time.RunAsync(clock);
        await reading;

        async Task ReadAsync()
        {
            try
            {
                int left = count;
                await foreach (T outcome in outcomes)
                {
                    if (!onOutcome(outcome)) break;
                    if (--left < underWay.Count) underWay.Dequeue().SetResult();
                }
            }
            finally
            {
                foreach (TaskCompletionSource one in underWay) one.SetResult();
            }
        }
    }

    /// <summary>Reads all of them.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(this ManualTimeProvider time, IAsyncEnumerable<T> outcomes, int count, int parallelism = 10)
    {
        List<T> all = [];
        await time.RunAsync(outcomes, count, parallelism, outcome =>
        {
            all.Add(outcome);
            return true;
        });
        return all;
    }
}
