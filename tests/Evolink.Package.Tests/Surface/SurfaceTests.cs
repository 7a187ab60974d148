using Microsoft.CodeAnalysis;

namespace Evolink.Package.Tests.Surface;

/// <summary>
/// What others may rely on, one text a package; the runtime and the simulator hold theirs at build time (PublicAPI.*.txt). That of Evolink is made from the specifications, and whoever adds one adds a file
/// and nothing else: so its list is of what has to stay, not of all there is.
/// </summary>
public sealed class SurfaceTests(PackedPackages packages)
{
    [Theory]
    [InlineData("Evolink.Codegen")]
    [InlineData("Evolink.Codegen.Testing")]
    public void APackage_ShowsWhatItsListSays(string id) => Listings.AssertSame(PathOf(id), SurfaceOf(id).Listing());

    [Fact]
    public void TheClient_KeepsWhatItsListSays()
    {
        PublicSurface surface = SurfaceOf("Evolink");
        if (Listings.AreUpdated) File.WriteAllText(Path.Combine(Repository.Tests, PathOf("Evolink")), surface.Listing());
        IEnumerable<string> kept = LinesOf(File.ReadAllText(Path.Combine(Repository.Tests, PathOf("Evolink"))));
        IEnumerable<string> lost = kept.Except(LinesOf(surface.Listing()));
        Assert.True(!lost.Any(), $"What compiled against the client would not any more:\n{string.Join("\n", lost)}");
    }

    [Theory]
    [InlineData("Evolink")]
    [InlineData("Evolink.Jobs")]
    [InlineData("Evolink.Jobs.Orleans")]
    [InlineData("Evolink.Jobs.PostgreSql")]
    [InlineData("Evolink.Runtime")]
    [InlineData("Evolink.Simulator")]
    [InlineData("Evolink.Codegen.Testing")]
    public void EverythingPublic_IsDocumented(string id)
    {
        using PackageFile package = new(packages.PathOf(id));
        HashSet<string> documented = package.DocumentedIds($"lib/net10.0/{id}.xml");
        IEnumerable<string> all = SurfaceOf(id).Types.SelectMany(static type => PublicSurface.MembersOf(type).Prepend(type))
            .Where(static symbol => symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [] } && !InheritsDocumentation(symbol))
            .Select(static symbol => symbol.GetDocumentationCommentId()!);
        Assert.Empty(all.Except(documented));
    }

    /// <summary>Editors show the words of what a member overrides or implements; a conversion says what the constructor beside it does.</summary>
    private static bool InheritsDocumentation(ISymbol symbol) => symbol.IsOverride
        || symbol is IMethodSymbol { MethodKind: MethodKind.Conversion }
        || symbol.ContainingType?.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)) == true;

    private static string PathOf(string id) => Path.Combine("Surface", $"{id}.txt");

    private static IEnumerable<string> LinesOf(string listing)
    {
        string type = "";
        foreach (string line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ') yield return type = line;
            else yield return $"{type}\n{line}";
        }
    }

    private PublicSurface SurfaceOf(string id) => PublicSurface.Read(AssemblyOf(id),
        PackedPackages.Ids.Where(other => other != id && other != "Evolink.Codegen").Select(AssemblyOf));

    private byte[] AssemblyOf(string id)
    {
        using PackageFile package = new(packages.PathOf(id));
        return package.Read(package.Entries.Single(entry => entry.Name == $"{id}.dll"));
    }
}
