namespace Evolink.Package.Tests;

/// <summary>What is left after trimming still does the whole way.</summary>
public sealed class TrimmedTests(PackedPackages packages)
{
    [Fact]
    public async Task TheQuickstart_PublishedTrimmedAndSelfContained_HasNoWarning_AndMakesEveryModelsExample()
    {
        Consumer consumer = new(packages, "Trimmed");
        consumer.Add(Path.Combine(Repository.Root, "samples", "Quickstart"), "*.cs");
        (await consumer.PublishAsync("out")).SucceededWithoutAWarning();

        ChildOutput run = (await consumer.RunPublishedAsync("out")).Succeeded();
        string[] ends = [.. run.Text.Split('\n').Where(static line => line.Contains("  completed  ", StringComparison.Ordinal))];
        Assert.Equal(4, ends.Length);
        Assert.Equal(3, Directory.GetFiles(consumer.PathOf("out"), "*.mp4").Length);
    }
}
