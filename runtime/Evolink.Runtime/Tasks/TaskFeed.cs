namespace Evolink;

/// <summary>The questions about one task: at most one is under way, and its answer serves every waiter who would ask about then.</summary>
internal sealed class TaskFeed : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TaskQuery _query;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly CancellationToken _abandonedToken;
    private Task<TaskAnswer>? _question;
    private TaskAnswer? _answer;
    private long _answeredAt;

    public TaskFeed(string taskId, TaskQuery query, TimeProvider time)
    {
        (TaskId, _query, _time) = (taskId, query, time);
        _abandonedToken = _abandoned.Token;
    }

    public string TaskId { get; }

    /// <summary>Counted by <see cref="TaskFeeds"/>, under its lock.</summary>
    public int Waiters { get; set; }

    /// <summary>
    /// An answer not older than <paramref name="freshness"/>: the last one, the one under way, or a new one. A waiter who leaves stops
    /// waiting at once and does not disturb the others.
    /// </summary>
    public Task<TaskAnswer> AskAsync(TimeSpan freshness, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_answer is not null && _time.GetElapsedTime(_answeredAt) < freshness) return Task.FromResult(_answer);
            if (_question is null or { IsCompleted: true }) _question = QuestionAsync();
            return _question.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends the question under way: nobody waits for it any more.</summary>
    public void Dispose()
    {
        _abandoned.Cancel();
        _abandoned.Dispose();

        // Nobody is left to see how the last question ended.
        lock (_lock) _question?.ContinueWith(static question => question.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task<TaskAnswer> QuestionAsync()
    {
        // The caller holds the lock; what may run at once must not run under it.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        TaskAnswer answer = await _query.AskAsync(TaskId, _abandonedToken).ConfigureAwait(false);
        lock (_lock) (_answer, _answeredAt) = (answer, _time.GetTimestamp());
        return answer;
    }
}
