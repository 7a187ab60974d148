namespace Evolink.Package.Tests;

/// <summary>A set-up that cannot work is named once, by its cause.</summary>
public sealed class SetupTests(PackedPackages packages)
{
    [Fact]
    public async Task ABrokenSpec_IsNamedByPathLineAndColumn_AndItsNeighbourStillGenerates()
    {
        Consumer consumer = new(packages, "BrokenSpec");
        ChildOutput build = (await consumer.BuildAsync()).Failed();
        string problem = Assert.Single(build.Problems);
        Assert.StartsWith($"{consumer.PathOf(Path.Combine("specs", "broken.yaml"))}(6,", problem, StringComparison.Ordinal);
        Assert.Contains("): error EVO1001: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingRuntime_IsOneError_ThatSaysWhatToAdd()
    {
        Consumer consumer = new(packages, "NoRuntime");
        ChildOutput build = (await consumer.BuildAsync()).Failed();
        string problem = Assert.Single(build.Problems);
        Assert.Contains("NoRuntime.csproj : error EVO2002: ", problem, StringComparison.Ordinal);
        Assert.EndsWith("dotnet add package Evolink.Runtime", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProjectWithoutASpec_IsWarned_WithTheFolderThatWasSearched()
    {
        Consumer consumer = new(packages, "NoSpec");
        ChildOutput build = (await consumer.BuildAsync()).Succeeded();
        string problem = Assert.Single(build.Problems);
        Assert.Contains("NoSpec.csproj : warning EVO2003: ", problem, StringComparison.Ordinal);
        Assert.Contains($"'{consumer.PathOf("specs")}'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProjectBehindAnother_IsNotAskedForSpecs()
    {
        Consumer consumer = new(packages, "Chain");
        (await consumer.BuildAsync("App")).SucceededWithoutAWarning();
    }
}
