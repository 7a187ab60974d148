using Evolink;

namespace Quickstart;

/// <summary>All running tasks on one line that is written over; plain lines where the output is no terminal.</summary>
internal sealed class LiveProgress
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, string> running = new(StringComparer.Ordinal);
    private int width;

    public IProgress<TaskDetailResponse> For(string model) => new Listener(this, model);

    public void Clear()
    {
        if (!Console.IsOutputRedirected && width > 0)
        {
            Console.Write($"\r{new string(' ', width)}\r");
        }
    }

    private void Report(string model, TaskDetailResponse task)
    {
        // The end is told by the line that names the result.
        if (task.Status is { IsTerminal: true })
        {
            return;
        }

        lock (gate)
        {
            running[model] = $"{model} {task.Progress} %";
            if (Console.IsOutputRedirected)
            {
                Console.WriteLine($"{model}  {task.Status}  {task.Progress} %");
                return;
            }

            // A line that wraps cannot be written over. Some terminals do not tell their width.
            int room = Console.WindowWidth > 1 ? Console.WindowWidth - 1 : 79;
            string line = string.Join("  ", running.Values);
            line = line.Length <= room ? line : line[..room];
            Console.Write('\r' + line.PadRight(width));
            width = line.Length;
        }
    }

    private sealed class Listener(LiveProgress owner, string model) : IProgress<TaskDetailResponse>
    {
        public void Report(TaskDetailResponse value) => owner.Report(model, value);
    }
}
