namespace Evolink.Package.Tests;

/// <summary>The samples run as they are built. The quickstart is run by <see cref="TrimmedTests"/> and <see cref="NativeTests"/>, published.</summary>
public sealed class SamplesTests
{
    /// <summary>Debug or Release, as these tests are built.</summary>
    private static string Build { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Fact]
    public async Task TheTestsOfGeneratedCode_RunWithoutTheSdk()
    {
        string tests = Path.Combine(Repository.Root, "samples", "SpecTests", "bin", Build, "net10.0");
        (await Child.RunAsync(Child.DotNet, tests, [], "SpecTests.dll")).Succeeded().Says("Total: 4, Errors: 0, Failed: 0, Skipped: 0");
    }

    [Fact]
    public async Task ASpecificationThatIsNotEvoLinks_IsAClient_WithANamespaceAndANameOfItsOwn()
    {
        string sample = Path.Combine(Repository.Root, "samples", "OwnSpec", "bin", Build, "net10.0");
        ChildOutput run = (await Child.RunAsync(Child.DotNet, sample, [], "OwnSpec.dll")).Succeeded();
        Assert.Matches(@"^Not sent: .+\n\S+  completed  http.+\n$", run.Text);
    }
}
