using System.Globalization;
using Evolink.Tool.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Evolink.Tool.Following;

/// <summary>The jobs under way as a table that fits on the screen.</summary>
internal static class BatchTable
{
    // The headline, the heads of the columns and the line for what does not fit.
    private const int OtherLines = 5;
    private const int BarWidth = 20;
    private const double Percent = 100;

    public static IRenderable Create(BatchState state, int height)
    {
        KeyValuePair<int, GenerationJob>[] underWay = [.. state.Open.Where(static one => one.Value.State != JobState.Queued)];
        int room = Math.Max(1, height - OtherLines);
        Table table = new() { Border = TableBorder.None };
        foreach (string header in (string[])["line", "model", "state", "", ""]) table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Dim))) { Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        foreach ((int line, GenerationJob job) in underWay.Take(room))
        {
            table.AddRow(
                new Text(line.ToString(CultureInfo.InvariantCulture)), new Text(Listing.OneLine(job.CurrentModel)), new Text(JobProgress.Describe(job)),
                new Text(Bar(job.Progress), new Style(Color.Green)), new Text(string.Create(CultureInfo.InvariantCulture, $"{job.Progress:0} %")));
        }

        List<IRenderable> parts = [new Text(state.Summary, new Style(decoration: Decoration.Bold)), table];
        if (underWay.Length > room) parts.Add(new Text(string.Create(CultureInfo.InvariantCulture, $"… and {underWay.Length - room} more")));
        return new Rows(parts);
    }

    private static string Bar(double progress)
    {
        int full = (int)(Math.Clamp(progress, 0, Percent) * BarWidth / Percent);
        return new string('━', full) + new string(' ', BarWidth - full);
    }
}
