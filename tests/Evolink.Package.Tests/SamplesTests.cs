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
    public async Task AnImageGenerator_DrawsAndChangesAPicture()
    {
        string sample = Path.Combine(Repository.Root, "samples", "Images", "bin", Build, "net10.0");
        ChildOutput run = (await Child.RunAsync(Child.DotNet, sample, [], "Images.dll")).Succeeded();
        Assert.Matches(@"^\S*cat\.png  \d+ bytes\n\S*cat-at-night\.png  \d+ bytes\n$", run.Text);
    }

    [Fact]
    public async Task AWebApplication_IsCalledBack()
    {
        string sample = Path.Combine(Repository.Root, "samples", "Webhooks", "bin", Build, "net10.0");
        ChildOutput run = (await Child.RunAsync(Child.DotNet, sample, [], "Webhooks.dll", "--urls", "http://127.0.0.1:0", "--once")).Succeeded();
        Assert.Matches(@"(?s)(task-\S+) submitted; nobody waits for it\n.*\1 completed http\S+\n.*GET /health: Healthy\n", run.Text);
    }

    [Fact]
    public async Task ASpecificationThatIsNotEvoLinks_IsAClient_WithANamespaceAndANameOfItsOwn()
    {
        string sample = Path.Combine(Repository.Root, "samples", "OwnSpec", "bin", Build, "net10.0");
        ChildOutput run = (await Child.RunAsync(Child.DotNet, sample, [], "OwnSpec.dll")).Succeeded();
        Assert.Matches(@"^Not sent: .+\n\S+  completed  http.+\n$", run.Text);
    }
}
