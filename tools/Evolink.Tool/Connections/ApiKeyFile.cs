using Evolink.Tool.Cli;

namespace Evolink.Tool.Connections;

/// <summary>The key of <c>evolink login</c>: a file that nobody but its owner can read.</summary>
internal sealed class ApiKeyFile(string folder)
{
    private const UnixFileMode OwnerFolder = OwnerFile.Rights | UnixFileMode.UserExecute;

    public string Path { get; } = System.IO.Path.Combine(folder, "key");

    /// <summary>The key; null where there is none.</summary>
    /// <exception cref="ToolException">Others may read the file.</exception>
    public string? Read()
    {
        if (!File.Exists(Path)) return null;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & ~(OwnerFile.Rights | UnixFileMode.UserExecute)) != 0)
        {
            throw ToolException.Usage($"Others may read the key in '{Path}'. Run: chmod 600 '{Path}'");
        }

        return File.ReadAllText(Path).Trim() is { Length: > 0 } key ? key : null;
    }

    /// <summary>Writes the key; it is never in a file that others can read, not even for a moment.</summary>
    public void Write(string key)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerFolder);
        string temporary = $"{Path}.{Environment.ProcessId}";
        FileStreamOptions options = OwnerFile.Restrict(new() { Mode = FileMode.Create, Access = FileAccess.Write });
        using (StreamWriter writer = new(temporary, options)) writer.WriteLine(key);
        File.Move(temporary, Path, overwrite: true);
    }

    /// <returns>Whether there was one.</returns>
    public bool Delete()
    {
        bool exists = File.Exists(Path);
        if (exists) File.Delete(Path);
        return exists;
    }
}
