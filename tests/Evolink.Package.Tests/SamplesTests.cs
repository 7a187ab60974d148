namespace Evolink.Package.Tests;

/// <summary>The samples run as they are built. The quickstart is run by <see cref="TrimmedTests"/> and <see cref="NativeTests"/>, published.</summary>
public sealed class SamplesTests
{
    [Fact]
    public async Task ASpecificationThatIsNotEvoLinks_IsAClient_WithANamespaceAndANameOfItsOwn()
    {
        string build = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string sample = Path.Combine(Repository.Root, "samples", "OwnSpec", "bin", build, "net10.0");
        ChildOutput run = (await Child.RunAsync(Child.DotNet, sample, [], "OwnSpec.dll")).Succeeded();
        Assert.Matches(@"^Not sent: .+\n\S+  completed  http.+\n$", run.Text);
    }
}
