using System.Runtime.CompilerServices;
using System.Text.Json;
using Evolink.Runtime.Tasks;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink;

/// <summary>A task on the server, of whatever kind. It goes on whatever happens here, and can be resumed by its id from any process.</summary>
/// <remarks>What a request creates whose type is known is a <see cref="GenerationTask{T}"/>, which gives the task as the server describes it.</remarks>
public class GenerationTask
{
    private protected GenerationTask(TaskOrigin origin, TaskServices services)
    {
        (Origin, Services) = (origin, services);
        Status = origin.First?.Status ?? default;
        Progress = Math.Clamp(origin.First?.Progress ?? 0, 0, 100);
    }

    /// <summary>The id; keep it to resume the task later.</summary>
    public string Id => Origin.Id;

    /// <summary>The <c>Idempotency-Key</c> that the task was created with. Null for a resumed task.</summary>
    public string? IdempotencyKey => Origin.IdempotencyKey;

    /// <summary>
    /// Whether the service had created this task before, for the same <c>Idempotency-Key</c>, and only answered the same once more
    /// (<c>idempotency-replayed</c>): it is not paid for again. Not known of a resumed task.
    /// </summary>
    public bool IsReplayed => Origin.IsReplayed;

    /// <summary>The status as last seen by this object; unset before the first response.</summary>
    public GenerationStatus Status { get; private set; }

    /// <summary>The highest progress seen by this object, from 0 to 100. What the server says word for word is in the task itself.</summary>
    public double Progress { get; private set; }

    /// <summary>The credits that the server set aside for the task when it was created. Null for a resumed task, and where the server does not say.</summary>
    public decimal? CreditsReserved => Origin.First?.CreditsReserved;

    private protected TaskOrigin Origin { get; }

    private protected TaskServices Services { get; }

    /// <summary>The response in which the task had ended; null before.</summary>
    private protected TaskResponse? End { get; private set; }

    /// <summary>A task that is known only by what all tasks have.</summary>
    internal static GenerationTask Create(TaskOrigin origin, TaskServices services) => new(origin, services);

    /// <summary>Waits until the task is completed.</summary>
    /// <param name="progress">Told every change of status or progress, the last one included. What it throws ends the wait, not the task.</param>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <returns>The task as the server sent it.</returns>
    /// <exception cref="EvolinkTaskFailedException">The task ended as failed or cancelled.</exception>
    /// <exception cref="EvolinkTaskTimeoutException">The wait reached <see cref="PollingOptions.Timeout"/>; the task goes on.</exception>
    /// <exception cref="EvolinkCallbackException">The progress handler threw; the exception has the task's id.</exception>
    /// <exception cref="EvolinkException">The wait can lead to nothing; the exception has the task's id.</exception>
    /// <exception cref="EvolinkCanceledException">The wait was cancelled, or the progress handler threw an <see cref="OperationCanceledException"/>; the task goes on.</exception>
    public Task<JsonElement> WaitAsync(IProgress<JsonElement>? progress = null, CancellationToken cancellationToken = default) =>
        EndAsync(progress, Raw, Raw, null, cancellationToken);

    /// <summary>Waits until the task is completed and downloads its result files.</summary>
    /// <param name="directory">Where to; made if need be. A file that is there already is left alone: the new one gets a number.</param>
    /// <param name="cancellationToken">Ends the wait and the download, not the task. The next call goes on where this one stopped.</param>
    /// <returns>The paths of the files, in the order of the results. Empty for a task whose result is data and no file.</returns>
    /// <exception cref="EvolinkDownloadException">A result could not be downloaded, or its link is dead: results live for a limited time.</exception>
    /// <inheritdoc cref="WaitAsync(IProgress{JsonElement}, CancellationToken)" path="/exception"/>
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
        await EndAsync<JsonElement, TaskResponse>(null, Raw, static end => end, null, cancellationToken).ConfigureAwait(false);
        return await DownloadResultsAsync(directory, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads the results of a task that was waited for.</summary>
    internal Task<IReadOnlyList<string>> DownloadResultsAsync(string directory, DownloadOptions options, CancellationToken cancellationToken) =>
        Services.DownloadAsync(Origin, End!, directory, options, cancellationToken);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Waits for many tasks and gives each as it finishes, whatever their order. One that fails is an outcome like the others, and ends nothing.</summary>
    /// <remarks>
    /// All waits go on at the same time, within the rate of their client (<see cref="PollingOptions.RequestsPerSecond"/>). They end with
    /// the enumeration: leaving the loop early ends those that are left, and not their tasks.
    /// </remarks>
    /// <typeparam name="T">The task as the server describes it.</typeparam>
    /// <param name="tasks">The tasks; read once.</param>
    /// <param name="cancellationToken">Ends the waits, not the tasks.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static IAsyncEnumerable<GenerationOutcome<T>> WhenEach<T>(IEnumerable<GenerationTask<T>> tasks, CancellationToken cancellationToken = default)
        where T : class, IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(tasks);
        GenerationTask<T>[] all = [.. tasks];
        if (all.Contains(null)) throw new ArgumentException("One of the tasks is null.", nameof(tasks));
        return EachAsync(all, cancellationToken);
    }

    private static async IAsyncEnumerable<GenerationOutcome<T>> EachAsync<T>(GenerationTask<T>[] tasks, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IJsonModel<T>
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<GenerationOutcome<T>>[] waits = [.. tasks.Select(task => OutcomeAsync(task, left.Token))];
        try
        {
            await foreach (Task<GenerationOutcome<T>> ended in Task.WhenEach(waits).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return await ended.ConfigureAwait(false);
            }
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(waits)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<GenerationOutcome<T>> OutcomeAsync<T>(GenerationTask<T> task, CancellationToken cancellationToken)
        where T : class, IJsonModel<T>
    {
        try
        {
            return new GenerationOutcome<T>(task, await task.WaitAsync(null, cancellationToken).ConfigureAwait(false), null);
        }
        catch (EvolinkException error)
        {
            return new GenerationOutcome<T>(task, null, error);
        }
    }

    /// <summary>As <see cref="WaitAsync"/>, with a limit of its own.</summary>
    internal async Task<GenerationTask> CompleteAsync(IProgress<JsonElement>? progress, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        await EndAsync(progress, Raw, static end => end, timeout, cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>Waits for the end with a limit of this wait alone, and throws if it is no good one.</summary>
    /// <param name="progress">Is told of changes.</param>
    /// <param name="read">Reads what it is told.</param>
    /// <param name="result">Reads the end. Here and not by whoever calls: one more method that is suspended is one more object for minutes.</param>
    /// <param name="timeout">The limit; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private protected async Task<TResult> EndAsync<T, TResult>(
        IProgress<T>? progress, Func<TaskResponse, T> read, Func<TaskResponse, TResult> result, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (End is null)
        {
            using TaskFollower follower = Services.Follow(Origin, timeout);
            while (await follower.NextChangeAsync(cancellationToken).ConfigureAwait(false) is { } response)
            {
                Update(response, follower.Progress);
                if (progress is not null) Report(progress, read(response), follower);
            }
        }

        return End!.State.Status == GenerationStatus.Completed ? result(End) : throw TaskFailures.Create(Origin, End);
    }

    /// <summary>Notes what a response says. The first end that is seen stays the end.</summary>
    private protected void Update(TaskResponse response, double progress)
    {
        if (End is not null) return;
        Status = response.State.Status;
        Progress = Math.Max(Progress, Math.Clamp(progress, 0, 100));
        if (response.State.IsEnd) End = response;
    }

    private static void Report<T>(IProgress<T> progress, T task, TaskFollower follower)
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

    private static JsonElement Raw(TaskResponse response) => response.Snapshot() ?? default;
}
