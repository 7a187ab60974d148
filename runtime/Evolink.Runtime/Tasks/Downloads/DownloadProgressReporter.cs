using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Tells the caller's progress handler how far one result is, not more often than every 64 KiB.</summary>
internal sealed class DownloadProgressReporter(ResultFile file, IProgress<DownloadProgress>? progress)
{
    private const long Step = 64 * 1024;

    private long? _reported;

    /// <summary>Tells it if enough came since the last time, or went back.</summary>
    /// <inheritdoc cref="Report" path="/exception"/>
    public void ReportIfDue(long bytes, long? total)
    {
        if (_reported is not { } told || bytes < told || bytes - told >= Step) Report(bytes, total);
    }

    /// <summary>Tells it, unless it was told this just now.</summary>
    /// <exception cref="EvolinkCanceledException">The handler cancelled.</exception>
    /// <exception cref="EvolinkDownloadException">The handler failed.</exception>
    public void Report(long bytes, long? total)
    {
        if (progress is null || bytes == _reported) return;
        _reported = bytes;
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
            throw new EvolinkDownloadException($"The progress handler failed: {ExceptionText.GetMessage(failure)}. What has come stays for the next try.", address, failure);
        }
    }
}
