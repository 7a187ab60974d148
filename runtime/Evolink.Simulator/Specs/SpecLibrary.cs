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
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>The specs in ordinal order of their file names, so that nothing depends on the file system.</summary>
    public static IReadOnlyList<SpecFile> Load(SimulatorOptions options, List<string> problems, CancellationToken cancellationToken)
    {
        SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
        if (options.IncludeEmbeddedSpecs) AddEmbedded(texts);
        foreach (string folder in options.SpecFolders) AddFolder(folder, texts);

        List<SpecFile> files = [];
        foreach ((string name, string text) in texts)
            if (Read(name, text, problems, cancellationToken) is { } file)
                files.Add(file);
        return files;
    }

    private static SpecFile? Read(string name, string text, List<string> problems, CancellationToken cancellationToken)
    {
        List<SpecDiagnostic> diagnostics = [];
        SpecNode? root = SpecTree.Parse(name, text, diagnostics, cancellationToken);
        problems.AddRange(diagnostics.Select(static problem =>
            string.Create(CultureInfo.InvariantCulture, $"{problem.File}({problem.Line},{problem.Column}): {problem.Id}: {problem.Message}")));
        return root is null ? null : new SpecFile(name, root, new SchemaValidator(root.ToJsonNode()));
    }

    private static void AddEmbedded(SortedDictionary<string, string> texts)
    {
        Assembly assembly = typeof(SpecLibrary).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            texts[name[ResourcePrefix.Length..]] = reader.ReadToEnd();
        }
    }

    /// <summary>What a build leaves below a project's folder is no specification.</summary>
    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) is ["bin" or "obj", ..];

    private static void AddFolder(string folder, SortedDictionary<string, string> texts)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !IsBuilt(Path.GetRelativePath(folder, path)))
                texts[Path.GetFileName(path)] = File.ReadAllText(path);
    }
}
