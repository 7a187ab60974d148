using System.Collections.Concurrent;
using System.Threading.Channels;
using Evolink.Tool.Sessions;
using Evolink.Tool.Studio.Checks;

namespace Evolink.Tool.Studio.Jobs;

/// <summary>Tells every open page how the jobs get on, also those that other programs of this machine have begun.</summary>
internal sealed class JobFeed(Session session, CostForecast forecast, TimeSpan lookInterval) : IAsyncDisposable
{
    private static readonly JobState[] s_open = [.. Enum.GetValues<JobState>().Where(static state => state < JobState.Completed)];

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Task> _watched = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<GenerationJob>, bool> _listeners = new();
    private Task _looking = Task.CompletedTask;

    /// <summary>How many jobs are under way.</summary>
    public int OpenCount => _watched.Count;

    /// <summary>Looks through what is stored already, and begins to follow what is open.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await foreach (GenerationJob job in session.Jobs.ListAsync(cancellationToken: cancellationToken))
        {
            forecast.Learn(job);
            if (!job.IsEnd) Follow(job.Id);
        }

        _looking = LookAsync();
    }

    /// <summary>Follows a job to its end.</summary>
    public void Follow(string jobId)
    {
        // The task is begun behind the entry that it removes at its end.
        Task<Task> following = new(() => FollowAsync(jobId));
        if (!_watched.TryAdd(jobId, following)) return;
        following.Start(TaskScheduler.Default);
    }

    /// <summary>Why a job was given up that only a person can help: the key, or the credits.</summary>
    public string? FindRefusal(string jobId) => _refused.GetValueOrDefault(jobId);

    /// <summary>The changes from now on. A page that does not keep up misses steps, and never the last one of a job.</summary>
    public Subscription Subscribe() => new(this);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        while (!_watched.IsEmpty) await Task.WhenAll(_watched.Values.Select(static task => task is Task<Task> outer ? outer.Unwrap() : task));
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        using PeriodicTimer timer = new(lookInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                foreach (JobState state in s_open)
                {
                    await foreach (GenerationJob job in session.Jobs.ListAsync(state, _stop.Token)) Follow(job.Id);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task FollowAsync(string jobId)
    {
        try
        {
            await foreach (GenerationJob job in session.Jobs.WatchAsync(jobId, _stop.Token))
            {
                forecast.Learn(job);
                if (session.Refusals.ForAPerson(job) is { } refused && _refused.TryAdd(jobId, refused.Message)) await session.Jobs.CancelAsync(jobId, _stop.Token);
                foreach (Channel<GenerationJob> listener in _listeners.Keys) listener.Writer.TryWrite(job);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or KeyNotFoundException)
        {
            // The studio ends, or somebody has deleted the job.
        }
        finally
        {
            _watched.TryRemove(jobId, out _);
        }
    }

    /// <summary>One page that listens.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly JobFeed _feed;
        private readonly Channel<GenerationJob> _channel = Channel.CreateBounded<GenerationJob>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });

        public Subscription(JobFeed feed)
        {
            _feed = feed;
            _feed._listeners.TryAdd(_channel, true);
        }

        public ChannelReader<GenerationJob> Changes => _channel.Reader;

        public void Dispose() => _feed._listeners.TryRemove(_channel, out _);
    }
}
