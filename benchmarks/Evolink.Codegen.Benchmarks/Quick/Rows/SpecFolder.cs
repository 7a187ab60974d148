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

    /// <summary>So many specifications: those of the repository, and then their copies under other names.</summary>
    public static IEnumerable<SpecText> ReadCopies(int count)
    {
        SpecText[] specs = Read(Find());
        for (int index = 0; index < count; index++)
        {
            SpecText spec = specs[index % specs.Length];
            string name = Path.GetFileNameWithoutExtension(spec.Path), copy = index < specs.Length ? name : $"{name}-copy{index / specs.Length}";
            yield return new SpecText(Path.Combine(Path.GetDirectoryName(spec.Path)!, copy + ".yaml"), spec.GetText().ToString().Replace(name, copy, StringComparison.Ordinal));
        }
    }
}
