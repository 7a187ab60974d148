using System.Runtime.CompilerServices;
using Evolink.Runtime.Tasks;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink;

/// <summary>A task on the server. It goes on whatever happens here, and can be resumed by its id from any process.</summary>
/// <typeparam name="T">The task as the server describes it.</typeparam>
public sealed class GenerationTask<T> : GenerationTask
    where T : class, IJsonModel<T>
{
    private GenerationTask(TaskOrigin origin, TaskServices services)
        : base(origin, services)
    {
    }

    /// <summary>A task whose kind is known.</summary>
    internal static new GenerationTask<T> Create(TaskOrigin origin, TaskServices services) => new(origin, services);

    /// <summary>Queries the task once.</summary>
    /// <exception cref="EvolinkException">The query failed.</exception>
    public async Task<T> RefreshAsync(CancellationToken cancellationToken = default)
    {
        TaskResponse response = await Services.GetAsync(Origin, cancellationToken).ConfigureAwait(false);
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
        if (End is not null)
        {
            yield return Read(End);
            yield break;
        }

        using TaskFollower follower = Services.Follow(Origin);
        while (await follower.NextChangeAsync(cancellationToken).ConfigureAwait(false) is { } response)
        {
            Update(response, follower.Progress);
            yield return Read(response);
        }
    }

    /// <summary>As the public one, with a limit of its own.</summary>
    internal Task<T> WaitAsync(IProgress<T>? progress, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        Func<TaskResponse, T> read = Read;
        return EndAsync(progress, read, read, timeout, cancellationToken);
    }

    private T Read(TaskResponse response) => Services.Read(Origin, response, JsonRead.Model<T>);
}
