using System.Runtime.CompilerServices;

namespace Evolink.Codegen.Testing;

/// <summary>An OpenAPI document to run the generator on.</summary>
/// <param name="Path">Its path. The file's name gives names to the generated code; the folder stands in diagnostics alone.</param>
/// <param name="Text">What the file holds, in YAML or JSON.</param>
public sealed record SpecSource(string Path, string Text)
{
    private static readonly string[] s_extensions = [".yaml", ".yml", ".json"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is. A relative path starts at the folder of the calling source file.</param>
    /// <param name="caller">Set by the compiler.</param>
    /// <exception cref="IOException">There is no such file.</exception>
    public static SpecSource FromFile(string path, [CallerFilePath] string caller = "") => new(path, File.ReadAllText(CallerFolder.Resolve(path, caller)));

    /// <summary>Reads the documents of a folder (<c>*.yaml</c>, <c>*.yml</c>, <c>*.json</c>), in ordinal order of their names.</summary>
    /// <param name="folder">Where it is. A relative path starts at the folder of the calling source file.</param>
    /// <param name="caller">Set by the compiler.</param>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static IReadOnlyList<SpecSource> FromFolder(string folder, [CallerFilePath] string caller = "") =>
    [
        .. Directory.EnumerateFiles(CallerFolder.Resolve(folder, caller))
            .Where(static file => s_extensions.Contains(System.IO.Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(file => new SpecSource($"{folder.TrimEnd('/')}/{System.IO.Path.GetFileName(file)}", File.ReadAllText(file))),
    ];
}
