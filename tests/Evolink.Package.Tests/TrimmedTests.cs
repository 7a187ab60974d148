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

        consumer.Add(Path.Combine(Repository.Root, "samples", "Quickstart"), "cat.png", "out");
        QuickstartRun.MadeEveryExample(await consumer.RunPublishedAsync("out"), consumer.PathOf("out"));
    }
}
