namespace Evolink;

/// <summary>The tasks that a client waits for, one feed each, however many waiters a task has.</summary>
internal sealed class TaskFeeds(TaskQuery query, TimeProvider time)
{
    private readonly Dictionary<string, TaskFeed> _feeds = new(StringComparer.Ordinal);

    /// <summary>Joins the waiters of a task; dispose the seat to leave.</summary>
    public TaskSeat Join(string taskId)
    {
        lock (_feeds)
        {
            if (!_feeds.TryGetValue(taskId, out TaskFeed? feed)) _feeds.Add(taskId, feed = new TaskFeed(taskId, query, time));
            feed.Waiters++;
            return new TaskSeat(this, feed);
        }
    }

    private void Leave(TaskFeed feed)
    {
        lock (_feeds)
        {
            if (--feed.Waiters > 0) return;
            _feeds.Remove(feed.TaskId);
        }

        feed.Dispose();
    }

    /// <summary>One waiter's place at a feed.</summary>
    internal sealed class TaskSeat(TaskFeeds feeds, TaskFeed feed) : IDisposable
    {
        private bool _left;

        /// <inheritdoc cref="TaskFeed.AskAsync"/>
        public Task<TaskAnswer> AskAsync(TimeSpan freshness, CancellationToken cancellationToken) => feed.AskAsync(freshness, cancellationToken);

        public void Dispose()
        {
            if (_left) return;
            _left = true;
            feeds.Leave(feed);
        }
    }
}
