using System.Globalization;
using Evolink.Tool.Output;
using Spectre.Console;

namespace Evolink.Tool.Following;

/// <summary>Shows how far a job is: one bar that moves in a terminal, a line for each step elsewhere.</summary>
internal static class JobProgress
{
    private const double LineStep = 25;

    /// <summary>Shows each update until one is enough.</summary>
    /// <returns>The last one.</returns>
    public static async Task<GenerationJob> ShowAsync(Screen screen, IAsyncEnumerable<GenerationJob> updates, Func<GenerationJob, bool> isEnough, Action<GenerationJob> seen)
    {
        if (!screen.IsErrorTerminal) return await RunAsync(updates, isEnough, seen, new Lines(screen).Show);
        return await screen.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                ProgressTask bar = context.AddTask("…");
                return RunAsync(updates, isEnough, seen, job =>
                {
                    bar.Description = Markup.Escape($"{job.CurrentModel}  {Describe(job)}");
                    bar.Value = job.Progress;
                });
            });
    }

    /// <summary>The state, and why it does not go on where something is in its way.</summary>
    public static string Describe(GenerationJob job) => job is { State: JobState.Queued, Error: { } waiting }
        ? $"waiting: {Listing.OneLine(waiting.Message)}"
        : JobText.State(job);

    private static async Task<GenerationJob> RunAsync(IAsyncEnumerable<GenerationJob> updates, Func<GenerationJob, bool> isEnough, Action<GenerationJob> seen, Action<GenerationJob> show)
    {
        GenerationJob? last = null;
        await foreach (GenerationJob job in updates)
        {
            seen(last = job);
            show(job);
            if (isEnough(job)) break;
        }

        return last!;
    }

    private sealed class Lines(Screen screen)
    {
        private string _text = "";
        private double _progress = -LineStep;

        public void Show(GenerationJob job)
        {
            string text = Describe(job);
            if (job.IsEnd || (text == _text && job.Progress < _progress + LineStep)) return;
            (_text, _progress) = (text, job.Progress);
            screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{job.CurrentModel}  {text}  {job.Progress:0} %"));
        }
    }
}
