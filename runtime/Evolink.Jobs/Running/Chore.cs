using Evolink.Jobs.Diagnostics;

namespace Evolink.Jobs.Running;

/// <summary>Something that is done beside the jobs. Where it fails it is logged and rests for a while, and holds up no job.</summary>
internal sealed class Chore(string name, Func<CancellationToken, Task> work, JobServices services)
{
    private TimeSpan _rest;
    private long _failedAt;
    private int _failures;

    /// <summary>Does it, unless it rests.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_failures > 0 && services.Time.GetElapsedTime(_failedAt) < _rest) return;
        try
        {
            await work(cancellationToken).ConfigureAwait(false);
            _failures = 0;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            (_rest, _failedAt) = (Pause.After(_failures++), services.Time.GetTimestamp());
            JobLog.ChoreFailed(services.Logger, name, _rest, failure);
        }
    }
}
