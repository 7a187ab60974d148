namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Tells the caller's progress handler how far one result is, not more often than every 64 KiB.</summary>
internal sealed class DownloadReport(ResultFile file, IProgress<DownloadProgress>? progress)
{
    private const long Step = 64 * 1024;

    private long? _told;

    /// <summary>Tells it if enough came since the last time, or went back.</summary>
    /// <inheritdoc cref="Tell" path="/exception"/>
    public void TellIfDue(long bytes, long? total)
    {
        if (_told is not { } told || bytes < told || bytes - told >= Step) Tell(bytes, total);
    }

    /// <summary>Tells it, unless it was told this just now.</summary>
    /// <exception cref="EvolinkCanceledException">The handler cancelled.</exception>
    /// <exception cref="EvolinkDownloadException">The handler failed.</exception>
    public void Tell(long bytes, long? total)
    {
        if (progress is null || bytes == _told) return;
        _told = bytes;
        try
        {
            progress.Report(new DownloadProgress(file.TaskId, file.Index, file.Count, bytes, total));
        }
        catch (OperationCanceledException canceled)
        {
            throw TaskDownload.Canceled(file.TaskId, canceled, canceled.CancellationToken);
        }
        catch (Exception failure)
        {
            // Whatever it is: it must not pass for a failure of the disk or the line, and the task's id goes with it.
            Uri.TryCreate(file.Address, UriKind.Absolute, out Uri? address);
            throw new EvolinkDownloadException($"The progress handler failed: {failure.Message} What has come stays for the next try.", address, failure);
        }
    }
}
