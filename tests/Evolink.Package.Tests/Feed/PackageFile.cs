using System.IO.Compression;
using System.Xml.Linq;

namespace Evolink.Package.Tests;

/// <summary>A packed package: its files and what its manifest says.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _archive;

    public PackageFile(string path)
    {
        _archive = ZipFile.OpenRead(path);
        using Stream manifest = Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        Metadata = XDocument.Load(manifest).Root!.Elements().Single(static element => element.Name.LocalName == "metadata");
    }

    /// <summary>The manifest's entries.</summary>
    public XElement Metadata { get; }

    /// <summary>Every file but those that the container format itself needs.</summary>
    public IEnumerable<ZipArchiveEntry> Entries => _archive.Entries.Where(static entry =>
        !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal) &&
        !entry.FullName.StartsWith("package/", StringComparison.Ordinal) &&
        entry.FullName != "[Content_Types].xml");

    public string? Value(string name) => Named(name).SingleOrDefault()?.Value;

    public IEnumerable<XElement> Named(string name) => Metadata.Descendants().Where(element => element.Name.LocalName == name);

    public byte[] Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The ids of what a documentation file says something about.</summary>
    public HashSet<string> DocumentedIds(string path)
    {
        using Stream file = Entries.Single(entry => entry.FullName == path).Open();
        return [.. XDocument.Load(file).Descendants("member").Where(static member => member.HasElements).Select(static member => member.Attribute("name")!.Value)];
    }

    /// <summary>Files in ordinal order, then what a consumer has to have besides.</summary>
    public string Listing(string version)
    {
        IEnumerable<string> files = Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal);
        IEnumerable<string> packages = Named("dependency").Select(dependency =>
            $"needs {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value.Replace(version, "(same version)", StringComparison.Ordinal)}");
        IEnumerable<string> frameworks = Named("frameworkReference").Select(static framework => $"needs framework {framework.Attribute("name")!.Value}");
        return string.Concat(files.Concat(packages).Concat(frameworks).Select(static line => line + "\n"));
    }

    public void Dispose() => _archive.Dispose();
}
