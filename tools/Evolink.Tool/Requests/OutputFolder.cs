using Evolink.Tool.Cli;

namespace Evolink.Tool.Requests;

/// <summary>A folder for results, tried before anything is paid for.</summary>
internal static class OutputFolder
{
    /// <returns>The whole path.</returns>
    /// <exception cref="ToolException">Nothing can be written there.</exception>
    public static string Prepare(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder)) throw ToolException.Usage("The folder for results has no name. Nothing was sent.");
        string path = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(path);
            string probe = Path.Combine(path, $".evolink-{Guid.NewGuid():N}");
            using FileStream _ = new(probe, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw ToolException.Failed($"Nothing can be written to '{folder}': {problem.Message} Nothing was sent.");
        }

        return path;
    }
}
