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
}
