namespace Evolink.Package.Tests;

/// <summary>What the quickstart does, however it was published.</summary>
internal static class QuickstartRun
{
    /// <summary>A request of every kind is completed, and those that make files have saved them.</summary>
    public static void MadeEveryExample(ChildOutput run, string files)
    {
        string[] lines = run.Succeeded().Text.TrimEnd('\n').Split('\n');
        string[] ids = [.. lines.Where(static line => line.Contains("  submitted  ", StringComparison.Ordinal)).Select(static line => line.Split(' ')[0])];
        Assert.Equal(6, ids.Length);

        // What is said last is a line for each: its id, how it ended, and what came of it.
        string[] ends = lines[^6..];
        Assert.Equal(ids.Order(StringComparer.Ordinal), ends.Select(static line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.All(ends, static line => Assert.Matches(@"^\S+ completed \S+$", line));
        string[] saved = [.. ends.Select(static line => line.Split(' ')[2]).Where(static result => result.StartsWith("out", StringComparison.Ordinal))];
        Assert.Equal([".mp4", ".mp4", ".mp4", ".png", ".wav"], saved.Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.All(saved, file => Assert.True(File.Exists(Path.Combine(files, Path.GetFileName(file))), file));
    }
}
