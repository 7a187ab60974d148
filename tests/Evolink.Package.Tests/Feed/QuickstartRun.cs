namespace Evolink.Package.Tests;

/// <summary>What the quickstart does, however it was published.</summary>
internal static class QuickstartRun
{
    /// <summary>Every model's example is completed, and those that make files have saved them.</summary>
    public static void MadeEveryExample(ChildOutput run, string files)
    {
        string[] ends = [.. run.Succeeded().Text.Split('\n').Where(static line => line.Contains("  completed  ", StringComparison.Ordinal))];
        Assert.Equal(4, ends.Length);
        Assert.Equal(3, Directory.GetFiles(files, "*.mp4").Length);
    }
}
