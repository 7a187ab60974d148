namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>The specifications of the repository.</summary>
internal static class SpecFolder
{
    public static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Evolink.Codegen.sln"))) return Path.Combine(folder.FullName, "specs");
        throw new InvalidOperationException("The program does not lie in the repository.");
    }

    public static SpecText[] Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => new SpecText(file, File.ReadAllText(file))),
    ];

    /// <summary>So many specifications: those of the repository, and then copies of those that are a model's, under other names.</summary>
    public static IEnumerable<SpecText> ReadCopies(int count)
    {
        // The task's query comes first: without it, no create of the others has a wait.
        SpecText[] specs = [.. Read(Find()).OrderByDescending(static spec => spec.GetText().ToString().Contains("operationId: getTaskDetail", StringComparison.Ordinal))];
        SpecText[] models = [.. specs.Where(static spec => spec.GetText().ToString().Contains($"title: {Path.GetFileNameWithoutExtension(spec.Path)} API", StringComparison.Ordinal))];
        IEnumerable<SpecText> copies = Enumerable.Range(1, int.MaxValue).SelectMany(_ => models, static (number, spec) => Copy(spec, number));
        return specs.Concat(copies).Take(count);
    }

    private static SpecText Copy(SpecText spec, int number)
    {
        string name = Path.GetFileNameWithoutExtension(spec.Path), copy = $"{name}-copy{number}";
        return new SpecText(Path.Combine(Path.GetDirectoryName(spec.Path)!, copy + ".yaml"), spec.GetText().ToString().Replace(name, copy, StringComparison.Ordinal));
    }
}
