using System.Text;

namespace Evolink.Package.Tests;

/// <summary>What is in the packages and what they say of themselves.</summary>
public sealed class ContentsTests(PackedPackages packages)
{
    public static TheoryData<string> Ids => [.. PackedPackages.Ids];

    [Theory]
    [InlineData("Evolink", "nupkg")]
    [InlineData("Evolink", "snupkg")]
    [InlineData("Evolink.AI", "nupkg")]
    [InlineData("Evolink.AI", "snupkg")]
    [InlineData("Evolink.AspNetCore", "nupkg")]
    [InlineData("Evolink.AspNetCore", "snupkg")]
    [InlineData("Evolink.Codegen", "nupkg")]
    [InlineData("Evolink.Codegen.Testing", "nupkg")]
    [InlineData("Evolink.Codegen.Testing", "snupkg")]
    [InlineData("Evolink.Jobs", "nupkg")]
    [InlineData("Evolink.Jobs", "snupkg")]
    [InlineData("Evolink.Jobs.Orleans", "nupkg")]
    [InlineData("Evolink.Jobs.Orleans", "snupkg")]
    [InlineData("Evolink.Jobs.PostgreSql", "nupkg")]
    [InlineData("Evolink.Jobs.PostgreSql", "snupkg")]
    [InlineData("Evolink.Media", "nupkg")]
    [InlineData("Evolink.Media", "snupkg")]
    [InlineData("Evolink.Runtime", "nupkg")]
    [InlineData("Evolink.Runtime", "snupkg")]
    [InlineData("Evolink.Simulator", "nupkg")]
    [InlineData("Evolink.Simulator", "snupkg")]
    public void APackage_HoldsWhatItsListNames(string id, string extension)
    {
        using PackageFile package = new(packages.PathOf(id, extension));
        Listings.AssertSame(Path.Combine("Contents", $"{id}.{extension}.txt"), package.Listing(packages.Version));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void APackage_SaysWhatAStrangerAsks(string id)
    {
        using PackageFile package = new(packages.PathOf(id));
        Assert.Equal("MIT", package.Value("license"));
        Assert.NotEmpty(package.Value("description")!);
        Assert.NotEmpty(package.Value("tags")!);
        string readme = package.Value("readme")!;
        string text = Encoding.UTF8.GetString(package.Read(package.Entries.Single(entry => entry.FullName == readme)));
        Assert.StartsWith($"# {id}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void APackage_NamesNoFolderOfTheMachineThatMadeIt(string id)
    {
        using PackageFile package = new(packages.PathOf(id));
        byte[] folder = Encoding.UTF8.GetBytes(Repository.Root);
        Assert.All(package.Entries, entry => Assert.Equal(-1, package.Read(entry).AsSpan().IndexOf(folder)));
    }

    [Fact]
    public void TheGenerator_IsNeededToDevelopOnly()
    {
        using PackageFile package = new(packages.PathOf("Evolink.Codegen"));
        Assert.Equal("true", package.Value("developmentDependency"));
        Assert.Empty(package.Named("dependency"));
    }
}
