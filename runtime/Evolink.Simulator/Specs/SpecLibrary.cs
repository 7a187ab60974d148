using System.Globalization;
using System.Reflection;
using Evolink.Codegen;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>Reads the embedded specs and those of the given folders.</summary>
internal static class SpecLibrary
{
    private const string ResourcePrefix = "specs/";
    private static readonly string[] s_extensions = [".yaml", ".yml", ".json"];

    /// <summary>The specs in ordinal order of their file names, so that nothing depends on the file system.</summary>
    public static IReadOnlyList<SpecFile> Load(SimulatorOptions options, List<string> problems, CancellationToken cancellationToken)
    {
        SortedDictionary<string, SpecSource> sources = new(StringComparer.Ordinal);
        if (options.IncludeEmbeddedSpecs) AddEmbedded(sources);
        foreach (string folder in options.SpecFolders) AddFolder(folder, sources);

        List<SpecFile> files = [];
        foreach ((string name, SpecSource source) in sources)
        {
            if (Read(name, source, problems, cancellationToken) is { } file)
                files.Add(file);
        }

        return files;
    }

    private static SpecFile? Read(string name, SpecSource source, List<string> problems, CancellationToken cancellationToken)
    {
        List<SpecDiagnostic> diagnostics = [];
        SpecNode? root = SpecTree.Parse(name, source.Text, diagnostics, cancellationToken);
        problems.AddRange(diagnostics.Select(static problem =>
            string.Create(CultureInfo.InvariantCulture, $"{problem.File}({problem.Line},{problem.Column}): {problem.Id}: {problem.Message}")));
        if (root?.ToJsonNode() is not { } json) return null;
        SpecBundle bundle = new(source.Path, path => Find(source.Folder, path) is { } part ? SpecTree.Parse(path, part, [], cancellationToken)?.ToJsonNode() : null);
        if (bundle.Fill(json)) root = SpecTree.Parse(name, json.ToJsonString(), [], cancellationToken)!;
        return new SpecFile(name, root, new SchemaValidator(json));
    }

    private static void AddEmbedded(SortedDictionary<string, SpecSource> sources)
    {
        Assembly assembly = typeof(SpecLibrary).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            sources[name[ResourcePrefix.Length..]] = new SpecSource(reader.ReadToEnd(), name[ResourcePrefix.Length..], Folder: null);
        }
    }

    private static void AddFolder(string folder, SortedDictionary<string, SpecSource> sources)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string inside = Path.GetRelativePath(folder, path), name = Path.GetFileName(path);
            if (!IsSpec(path) || IsBuilt(inside)) continue;
            SpecSource source = new(File.ReadAllText(path), inside.Replace(Path.DirectorySeparatorChar, '/'), folder);
            // A part of a document may be called as a document is.
            if (source.IsDocument || !sources.ContainsKey(name)) sources[name] = source;
        }
    }

    private static string? Find(string? folder, string path) =>
        folder is not null && IsSpec(path) && File.Exists(Path.Combine(folder, path)) ? File.ReadAllText(Path.Combine(folder, path)) : null;

    private static bool IsSpec(string path) => s_extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>What a build leaves below a project's folder is no specification.</summary>
    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) is ["bin" or "obj", ..];

    /// <param name="Text">What the file holds.</param>
    /// <param name="Path">Its path from the folder, with slashes.</param>
    /// <param name="Folder">The folder within which it may refer to other files; null for none.</param>
    private sealed record SpecSource(string Text, string Path, string? Folder)
    {
        public bool IsDocument => Text.Contains("openapi", StringComparison.Ordinal);
    }
}
