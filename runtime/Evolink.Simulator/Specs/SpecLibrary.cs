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
        SortedDictionary<string, (string Text, Func<string, string?> Others)> texts = new(StringComparer.Ordinal);
        if (options.IncludeEmbeddedSpecs) AddEmbedded(texts);
        foreach (string folder in options.SpecFolders) AddFolder(folder, texts);

        List<SpecFile> files = [];
        foreach ((string name, (string text, Func<string, string?> others)) in texts)
            if (Read(name, text, others, problems, cancellationToken) is { } file)
                files.Add(file);
        return files;
    }

    private static SpecFile? Read(string name, string text, Func<string, string?> others, List<string> problems, CancellationToken cancellationToken)
    {
        List<SpecDiagnostic> diagnostics = [];
        SpecNode? root = SpecTree.Parse(name, text, diagnostics, cancellationToken);
        problems.AddRange(diagnostics.Select(static problem =>
            string.Create(CultureInfo.InvariantCulture, $"{problem.File}({problem.Line},{problem.Column}): {problem.Id}: {problem.Message}")));
        if (root?.ToJsonNode() is not { } json) return null;
        SpecBundle bundle = new(name, path => others(path) is { } part ? SpecTree.Parse(path, part, [], cancellationToken)?.ToJsonNode() : null);
        if (bundle.Fill(json)) root = SpecTree.Parse(name, json.ToJsonString(), [], cancellationToken)!;
        return new SpecFile(name, root, new SchemaValidator(json));
    }

    private static void AddEmbedded(SortedDictionary<string, (string Text, Func<string, string?> Others)> texts)
    {
        Assembly assembly = typeof(SpecLibrary).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            texts[name[ResourcePrefix.Length..]] = (reader.ReadToEnd(), static _ => null);
        }
    }

    /// <summary>The specs of a folder and of those in it, each with the files beside it that it may refer to.</summary>
    private static void AddFolder(string folder, SortedDictionary<string, (string Text, Func<string, string?> Others)> texts)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!IsSpec(folder, path)) continue;

            string own = Path.GetDirectoryName(path)!;
            texts[Path.GetFileName(path)] = (File.ReadAllText(path), other => Path.GetFullPath(other, Path.GetFullPath(own)) is var found && IsSpec(folder, found) && File.Exists(found) ? File.ReadAllText(found) : null);
        }
    }

    /// <summary>A file of the folder that may hold a spec. What a build leaves there is none.</summary>
    private static bool IsSpec(string folder, string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
        && Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)[0] is not ("bin" or "obj" or "..");
}
