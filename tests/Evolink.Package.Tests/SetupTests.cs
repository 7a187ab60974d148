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
    public async Task AnEmptySpecFolder_IsWarnedOf_AndNotTheDisksRoot()
    {
        Consumer consumer = new(packages, "NoSpec");
        ChildOutput build = (await consumer.BuildAsync("-p:EvolinkSpecFolder=")).Succeeded();
        string problem = Assert.Single(build.Problems);
        Assert.Contains("NoSpec.csproj : warning EVO2001: The property EvolinkSpecFolder is '', which is no folder", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p:LangVersion=12", "EVO2004", "compiled as C# 12.")]
    [InlineData("-p:CompilerApiVersion=roslyn4.14", "EVO2005", "compiled by Roslyn 4.14.")]
    public async Task ACompilerThatIsTooOld_IsOneError_ThatNamesWhatIsThereAndWhatIsNeeded(string property, string id, string found)
    {
        Consumer consumer = new(packages, "BrokenSpec");
        ChildOutput build = (await consumer.BuildAsync(property)).Failed();
        string problem = Assert.Single(build.Problems);
        Assert.Contains($"BrokenSpec.csproj : error {id}: ", problem, StringComparison.Ordinal);
        Assert.Contains(found, problem, StringComparison.Ordinal);
        Assert.Contains("C# 14", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACopyOfASpec_IsWarnedOf_WithBothPlaces()
    {
        Consumer consumer = new(packages, "NoSpec");
        foreach (string folder in new[] { "specs", "specs/old" }) consumer.Add(Path.Combine(Repository.Tests, "Consumers", "BrokenSpec", "specs"), "good.yaml", folder);
        ChildOutput build = (await consumer.BuildAsync()).Succeeded();
        string problem = Assert.Single(build.Problems, static one => !one.Contains("EVO1010", StringComparison.Ordinal));
        Assert.Contains("NoSpec.csproj : warning EVO2006: Several specifications are named 'good'", problem, StringComparison.Ordinal);
        Assert.Contains($"{consumer.PathOf("specs/good.yaml")}, {consumer.PathOf("specs/old/good.yaml")}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProjectBehindAnother_IsNotAskedForSpecs()
    {
        Consumer consumer = new(packages, "Chain");
        (await consumer.BuildAsync("App")).SucceededWithoutAWarning();
    }
}
