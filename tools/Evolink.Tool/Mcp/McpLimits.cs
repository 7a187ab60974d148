using Evolink.Tool.Cli;

namespace Evolink.Tool.Mcp;

/// <summary>What the user allows the agent.</summary>
/// <param name="Folders">Where results may be saved and files taken from, as whole paths; empty for nowhere.</param>
/// <param name="MaxCredits">The most credits of one request, whatever the agent says; null for what the agent says.</param>
/// <param name="AllowsUnknownCost">Whether a request is sent whose cost nobody knows beforehand.</param>
internal sealed record McpLimits(IReadOnlyList<string> Folders, decimal? MaxCredits, bool AllowsUnknownCost)
{
    /// <summary>The whole path of a file or folder below an allowed one, links resolved.</summary>
    /// <exception cref="ToolException">It is outside.</exception>
    public string Allow(string path)
    {
        if (Folders.Count == 0) throw ToolException.Failed("No folder is allowed. Ask the user to start the server with --folder DIR.");
        string full = Resolve(Path.IsPathRooted(path) ? path : Path.Combine(Folders[0], path));
        return Folders.Select(Resolve).Any(folder => IsWithin(full, folder))
            ? full
            : throw ToolException.Failed($"'{path}' is outside of what the user allows: {string.Join(", ", Folders)}.");
    }

    /// <summary>The root of a file system ends with the separator that others are given.</summary>
    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>A link below an allowed folder may lead out of it, so what counts is where the path really leads.</summary>
    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        string resolved = Path.GetPathRoot(full)!;
        foreach (string part in full[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            FileSystemInfo? target = Directory.Exists(resolved) ? new DirectoryInfo(resolved).ResolveLinkTarget(returnFinalTarget: true)
                : new FileInfo(resolved) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)
                : null;
            if (target is not null) resolved = Resolve(target.FullName);
        }

        return resolved;
    }
}
