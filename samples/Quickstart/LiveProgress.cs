using Evolink;

namespace Quickstart;

/// <summary>All running tasks on one line that is written over; where the output is no terminal, a line for each quarter of the way.</summary>
internal sealed class LiveProgress
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _running = new(StringComparer.Ordinal);
    private int _width;

    /// <summary>Told of one task.</summary>
    public IProgress<TaskDetailResponse> For(string model) => new Listener(this, model);

    /// <summary>Writes a line that stays, above the one that is written over.</summary>
    /// <param name="line">The line.</param>
    /// <param name="ended">The model whose task is over with it; null where none is.</param>
    public void WriteLine(string line, string? ended = null)
    {
        lock (_gate)
        {
            if (ended is not null) _running.Remove(ended);
            Draw("");
            Console.WriteLine(line);
            Draw(Summary());
        }
    }

    private void Report(string model, TaskDetailResponse task)
    {
        // The end is told by the line that names the result.
        if (task.Status is { IsTerminal: true }) return;
        lock (_gate)
        {
            int progress = (int)(task.Progress ?? 0);
            bool isQuarter = progress / 25 != _running.GetValueOrDefault(model, -1) / 25;
            _running[model] = progress;
            if (!Console.IsOutputRedirected) Draw(Summary());
            else if (isQuarter && progress > 0) Console.WriteLine($"{model}  {progress} %");
        }
    }

    private string Summary() => string.Join("  ", _running.Select(static one => $"{one.Key} {one.Value} %"));

    // A line that wraps cannot be written over. Some terminals do not tell their width.
    private void Draw(string line)
    {
        if (Console.IsOutputRedirected) return;
        int room = Console.WindowWidth > 1 ? Console.WindowWidth - 1 : 79;
        line = line.Length <= room ? line : line[..(room - 1)] + "…";
        Console.Write($"\r{line.PadRight(_width)}");
        if (line.Length == 0) Console.Write('\r');
        _width = line.Length;
    }

    private sealed class Listener(LiveProgress owner, string model) : IProgress<TaskDetailResponse>
    {
        public void Report(TaskDetailResponse value) => owner.Report(model, value);
    }
}
