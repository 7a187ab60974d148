using System.Runtime.CompilerServices;
using Evolink.Runtime.Tasks;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink;

/// <summary>A task on the server. It goes on whatever happens here, and can be resumed by its id from any process.</summary>
/// <typeparam name="T">The task as the server describes it.</typeparam>
public sealed class GenerationTask<T>
    where T : class, IJsonModel<T>
{
    private readonly TaskOrigin _origin;
    private readonly TaskServices _services;
    private TaskResponse? _end;

    internal GenerationTask(TaskOrigin origin, TaskServices services)
    {
        (_origin, _services) = (origin, services);
        Status = origin.First?.Status ?? default;
        Progress = Math.Clamp(origin.First?.Progress ?? 0, 0, 100);
    }

    /// <summary>The id; keep it to resume the task later.</summary>
    public string Id => _origin.Id;

    /// <summary>The <c>Idempotency-Key</c> that the task was created with. Null for a resumed task.</summary>
    public string? IdempotencyKey => _origin.IdempotencyKey;

    /// <summary>The status as last seen by this object; unset before the first response.</summary>
    public GenerationStatus Status { get; private set; }

    /// <summary>The highest progress seen by this object, from 0 to 100. What the server says word for word is in the task itself.</summary>
    public double Progress { get; private set; }

    /// <summary>Queries the task once.</summary>
    /// <exception cref="EvolinkException">The query failed.</exception>
    public async Task<T> RefreshAsync(CancellationToken cancellationToken = default)
    {
        TaskResponse response = await _services.GetAsync(_origin, cancellationToken).ConfigureAwait(false);
        Update(response, response.State.Progress ?? 0);
        return Read(response);
    }

    /// <summary>Waits until the task is completed.</summary>
    /// <param name="progress">Told every change of status or progress, the last one included. What it throws ends the wait, not the task.</param>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <exception cref="EvolinkTaskFailedException">The task ended as failed or cancelled.</exception>
    /// <exception cref="EvolinkTaskTimeoutException">The wait reached <see cref="PollingOptions.Timeout"/>; the task goes on.</exception>
    /// <exception cref="EvolinkCallbackException">The progress handler threw; the exception has the task's id.</exception>
    /// <exception cref="EvolinkException">The wait can lead to nothing; the exception has the task's id.</exception>
    /// <exception cref="EvolinkCanceledException">The wait was cancelled, or the progress handler threw an <see cref="OperationCanceledException"/>; the task goes on.</exception>
    public Task<T> WaitAsync(IProgress<T>? progress = null, CancellationToken cancellationToken = default) => WaitAsync(progress, null, cancellationToken);

    /// <summary>Every change of status or progress as it is seen, up to the task's end. A task that fails is the last element and no exception.</summary>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <exception cref="EvolinkTaskTimeoutException">The wait reached <see cref="PollingOptions.Timeout"/>; the task goes on.</exception>
    /// <exception cref="EvolinkException">The wait can lead to nothing; the exception has the task's id.</exception>
    /// <exception cref="EvolinkCanceledException">The wait was cancelled; the task goes on.</exception>
    public async IAsyncEnumerable<T> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_end is not null)
        {
            yield return Read(_end);
            yield break;
        }

        using TaskFollower follower = _services.Follow(_origin);
        while (await follower.NextChangeAsync(cancellationToken).ConfigureAwait(false) is { } response)
        {
            Update(response, follower.Progress);
            yield return Read(response);
        }
    }

    /// <summary>Waits until the task is completed and downloads its result files.</summary>
    /// <param name="directory">Where to; made if need be. A file that is there already is left alone: the new one gets a number.</param>
    /// <param name="cancellationToken">Ends the wait and the download, not the task. The next call goes on where this one stopped.</param>
    /// <returns>The paths of the files, in the order of the results. Empty for a task whose result is data and no file.</returns>
    /// <exception cref="EvolinkDownloadException">A result could not be downloaded, or its link is dead: results live for 24 hours.</exception>
    /// <inheritdoc cref="WaitAsync(IProgress{T}, CancellationToken)" path="/exception"/>
    public Task<IReadOnlyList<string>> DownloadAsync(string directory, CancellationToken cancellationToken = default) =>
        DownloadAsync(directory, DownloadOptions.Default, cancellationToken);

    /// <inheritdoc cref="DownloadAsync(string, CancellationToken)"/>
    /// <param name="directory">Where to; made if need be. A file that is there already is left alone: the new one gets a number.</param>
    /// <param name="options">How: the most bytes, how many at once, who is told of the progress.</param>
    /// <param name="cancellationToken">Ends the wait and the download, not the task. The next call goes on where this one stopped.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public async Task<IReadOnlyList<string>> DownloadAsync(string directory, DownloadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        TaskResponse end = await EndAsync(null, null, cancellationToken).ConfigureAwait(false);
        return await _services.DownloadAsync(_origin, end, directory, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>As the public one, with a limit of its own.</summary>
    internal async Task<T> WaitAsync(IProgress<T>? progress, TimeSpan? timeout, CancellationToken cancellationToken) =>
        Read(await EndAsync(progress, timeout, cancellationToken).ConfigureAwait(false));

    private async Task<TaskResponse> EndAsync(IProgress<T>? progress, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (_end is null)
        {
            using TaskFollower follower = _services.Follow(_origin, timeout);
            while (await follower.NextChangeAsync(cancellationToken).ConfigureAwait(false) is { } response)
            {
                Update(response, follower.Progress);
                if (progress is not null) Report(progress, Read(response), follower);
            }
        }

        return _end!.State.Status == GenerationStatus.Completed ? _end : throw TaskFailures.Create(_origin, _end);
    }

    private static void Report(IProgress<T> progress, T task, TaskFollower follower)
    {
        try
        {
            progress.Report(task);
        }
        catch (Exception thrown)
        {
            // The caller must learn of it, and must not lose the id of a task that is paid for.
            throw follower.HandlerThrew(thrown);
        }
    }

    // The first end that is seen stays the end.
    private void Update(TaskResponse response, double progress)
    {
        if (_end is not null) return;
        Status = response.State.Status;
        Progress = Math.Max(Progress, Math.Clamp(progress, 0, 100));
        if (response.State.IsEnd) _end = response;
    }

    private T Read(TaskResponse response) => _services.Read(_origin, response, JsonRead.Model<T>);
}
