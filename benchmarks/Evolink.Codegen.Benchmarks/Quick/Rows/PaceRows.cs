using System.Globalization;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>Jobs of 90 seconds in virtual time, log-normal, with estimates that are off by 35 %: how often each is polled, and how long its end goes unseen.</summary>
internal static class PaceRows
{
    private const int Jobs = 4000;

    public static IEnumerable<Row> Measure()
    {
        (double polls, double lag, double late) = Run(1);
        string detail = string.Create(CultureInfo.InvariantCulture, $"{polls:0.0} polls, {lag:0.00} s in the mean, {late:0.0} s at the 95th percentile; fixed 5 s: 19.6 polls, 2.48 s, 4.7 s");
        yield return new Row("polls for a 90 s job", "fixed 5 s: 19.6", polls, 10) { Unit = "polls", Detail = detail };
        yield return new Row("mean lag of a 90 s job", "fixed 5 s: 2.5 s", lag, 3) { Unit = "s" };
        yield return new Row("lag of a 90 s job, 95th percentile", "fixed 5 s: 4.7 s", late, 6) { Unit = "s" };
        foreach (double off in (double[])[3, 1 / 3.0])
        {
            (polls, lag, _) = Run(off);
            yield return new Row($"polls times lag, estimates off by {off:0.##}", "fixed 5 s", polls * lag / (19.6 * 2.48), 1) { Detail = string.Create(CultureInfo.InvariantCulture, $"{polls:0.0} polls, {lag:0.00} s") };
        }
    }

    private static (double Polls, double Lag, double Late) Run(double off)
    {
        Random random = new(1);
        PollingSettings settings = new(new PollingOptions());
        TaskFamily<TaskDetailResponse> family = new(new ApiOperation("getTaskDetail", "GET", "/v1/tasks/{task_id}", "https://api.evolink.ai"));
        RunTimeEstimates estimates = new();
        LowDiscrepancySequence spread = new(0.5);
        TimeSpan estimate = TimeSpan.FromSeconds(90 * off);
        List<double> lags = [];
        int polls = 0;
        for (int job = 0; job < Jobs; job++)
        {
            double end = Job.RunTime(random), elapsed = 0, last = 0;
            for (int poll = 0; elapsed < end; poll++, polls++)
            {
                last = elapsed;
                PollHistory history = new(TimeSpan.FromSeconds(elapsed), estimates.Predict(family, "m", estimate), null, poll);
                elapsed += (poll == 0 ? PollDelay.Spread(settings, history, spread.Next()) : PollDelay.Next(settings, history, random.NextDouble())).TotalSeconds;
            }

            estimates.Learn(family, "m", estimate, TimeSpan.FromSeconds((last + elapsed) / 2));
            lags.Add(elapsed - end);
        }

        lags.Sort();
        return ((double)polls / Jobs, lags.Average(), lags[(int)(0.95 * lags.Count)]);
    }
}
