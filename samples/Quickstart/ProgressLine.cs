using Evolink;

namespace Quickstart;

/// <summary>One line that is written over while a task runs; plain lines where the output is no terminal.</summary>
internal sealed class ProgressLine(string model) : IProgress<TaskDetailResponse>
{
    private int width;

    public void Report(TaskDetailResponse value)
    {
        string text = $"{model}  {value.Status}  {value.Progress} %";
        if (Console.IsOutputRedirected)
        {
            Console.WriteLine(text);
        }
        else
        {
            Overwrite(text);
        }
    }

    public void Finish(string text)
    {
        if (!Console.IsOutputRedirected)
        {
            Overwrite("");
            Console.Write('\r');
        }

        Console.WriteLine(text);
    }

    private void Overwrite(string text)
    {
        Console.Write('\r' + text.PadRight(width));
        width = text.Length;
    }
}
