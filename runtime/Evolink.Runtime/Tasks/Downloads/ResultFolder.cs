namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Makes sure of a folder before anything is paid for whose results shall go there.</summary>
internal static class ResultFolder
{
    /// <summary>Makes the folder if need be, and writes to it once.</summary>
    /// <exception cref="EvolinkDownloadException">It cannot be made, or not be written to.</exception>
    public static void Prepare(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            string probe = Path.Combine(directory, $".evolink-{Guid.NewGuid():N}");
            using FileStream file = new(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            file.WriteByte(0);
            file.Flush(flushToDisk: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EvolinkDownloadException($"Results cannot be written to '{directory}': {failure.Message.TrimEnd('.')}. Nothing was submitted.", null, failure);
        }
    }
}
