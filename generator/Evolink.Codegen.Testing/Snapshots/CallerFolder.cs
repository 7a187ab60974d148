namespace Evolink.Codegen.Testing;

/// <summary>Relative paths start where the test stands, so that they are the same in every output folder.</summary>
internal static class CallerFolder
{
    /// <exception cref="DirectoryNotFoundException">The test was compiled with paths that are not those of this machine.</exception>
    public static string Resolve(string path, string caller)
    {
        if (Path.IsPathFullyQualified(path)) return path;
        string? folder = Path.GetDirectoryName(caller);
        return Directory.Exists(folder)
            ? Path.GetFullPath(path, folder)
            : throw new DirectoryNotFoundException(
                $"'{path}' starts at the folder of '{caller}', which is not there. Set DeterministicSourcePaths to false in the test project, or give a full path.");
    }
}
