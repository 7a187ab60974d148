namespace Evolink.Runtime.Tasks.Polling;

/// <summary>One request that is under way, for one task or for several. Used under the poller's lock.</summary>
internal sealed class Poll(IReadOnlyList<PolledTask> tasks) : IDisposable
{
    private readonly CancellationTokenSource _abandoned = new();
    private int _wanted = tasks.Count;

    public IReadOnlyList<PolledTask> Tasks { get; } = tasks;

    /// <summary>Ends the request once nobody waits for any of its tasks.</summary>
    public CancellationToken Token => _abandoned.Token;

    /// <summary>Nobody waits for one of the tasks any more.</summary>
    /// <returns>Whether that was the last one.</returns>
    public bool Leave() => --_wanted == 0;

    /// <summary>Ends the request. Not under the lock: cancelling runs other people's callbacks.</summary>
    public void Abandon()
    {
        try
        {
            _abandoned.Cancel();
        }
        catch (Exception failure) when (failure is AggregateException or ObjectDisposedException)
        {
            // A callback threw that somebody else had registered, and all of them have run by then; or the request ended first. Neither must
            // stand for the wait's result.
        }
    }

    public void Dispose() => _abandoned.Dispose();
}
