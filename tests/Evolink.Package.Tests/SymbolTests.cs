using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Evolink.Package.Tests;

/// <summary>What a debugger finds: assemblies that the same sources give again, and sources that it can show.</summary>
public sealed class SymbolTests(PackedPackages packages)
{
    private static readonly Guid s_embeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    public static TheoryData<string> Ids => [.. PackedPackages.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnAssembly_IsReproducible(string id)
    {
        using PackageFile package = new(packages.PathOf(id));
        using PEReader assembly = new(new MemoryStream(package.Read(package.Entries.Single(entry => entry.Name == $"{id}.dll"))));
        Assert.Contains(assembly.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Theory]
    [InlineData("Evolink")]
    [InlineData("Evolink.AI")]
    [InlineData("Evolink.AspNetCore")]
    [InlineData("Evolink.Codegen.Testing")]
    [InlineData("Evolink.Jobs")]
    [InlineData("Evolink.Jobs.Orleans")]
    [InlineData("Evolink.Jobs.PostgreSql")]
    [InlineData("Evolink.Media")]
    [InlineData("Evolink.Runtime")]
    [InlineData("Evolink.Simulator")]
    public void EverySource_IsNamedFromTheRepositorysRoot_OrIsInTheSymbols(string id)
    {
        using PackageFile package = new(packages.PathOf(id, "snupkg"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(
            new MemoryStream(package.Read(package.Entries.Single(static entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)))));
        MetadataReader symbols = provider.GetMetadataReader();
        Assert.NotEmpty(symbols.Documents);
        Assert.Empty(symbols.Documents.Where(document => !IsInTheRepository(symbols, document) && !IsEmbedded(symbols, document)).Select(document => NameOf(symbols, document)));
    }

    private static bool IsInTheRepository(MetadataReader symbols, DocumentHandle document) =>
        NameOf(symbols, document) is ['/', '_', '/', .. var path] && File.Exists(Path.Combine(Repository.Root, path));

    private static bool IsEmbedded(MetadataReader symbols, DocumentHandle document) => symbols.GetCustomDebugInformation(document)
        .Select(symbols.GetCustomDebugInformation)
        .Any(information => symbols.GetGuid(information.Kind) == s_embeddedSource);

    private static string NameOf(MetadataReader symbols, DocumentHandle document) => symbols.GetString(symbols.GetDocument(document).Name);
}
