using System.Runtime.ExceptionServices;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>The download of all results of one task, side by side.</summary>
internal sealed class TaskDownload
{
    private readonly IReadOnlyList<string> _results;
    private readonly ResultDownloader _downloader;
    private readonly DownloadOptions _options;
    private readonly string _taskId;
    private readonly ApiOperation? _operation;
    private readonly Lazy<Task<IReadOnlyList<string>>> _again;

    /// <param name="taskId">The task.</param>
    /// <param name="results">The addresses of its results.</param>
    /// <param name="downloader">Downloads one.</param>
    /// <param name="refresh">Gets the addresses anew: for a link that is dead there may be a fresh one. Called once at most.</param>
    /// <param name="options">The caller's.</param>
    /// <param name="operation">The operation that serves the results; null where they lie at addresses of their own.</param>
    public TaskDownload(
        string taskId, IReadOnlyList<string> results, ResultDownloader downloader, Func<Task<IReadOnlyList<string>>> refresh, DownloadOptions options, ApiOperation? operation = null)
    {
        (_taskId, _results, _downloader, _options, _operation) = (taskId, results, downloader, options, operation);
        _again = new Lazy<Task<IReadOnlyList<string>>>(refresh);
    }

    /// <summary>The model that made the results; null where it is not known.</summary>
    public string? Model { get; init; }

    /// <summary>The kind of task; null where it is not known.</summary>
    public string? Type { get; init; }

    /// <summary>Downloads them into a folder.</summary>
    /// <returns>The paths of the files, in the order of the results.</returns>
    /// <exception cref="EvolinkDownloadException">One could not be downloaded; the others stop, and what has come of them stays for the next try. A dead link stops no other: what is still served comes first.</exception>
    /// <exception cref="EvolinkCanceledException">The caller or the progress handler cancelled; what has come stays for the next try.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(string directory, CancellationToken cancellationToken)
    {
        string?[] files = new string?[_results.Count];
        EvolinkDownloadException?[] dead = new EvolinkDownloadException?[_results.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, files.Length),
                parallel,
                async (index, token) =>
                {
                    try
                    {
                        files[index] = await OneAsync(index, directory, token).ConfigureAwait(false);
                    }
                    catch (EvolinkDownloadException expired) when (expired.ResultExpired)
                    {
                        // It will not come back, and the links of the others may die as well before they are asked for again.
                        dead[index] = expired;
                    }
                }).ConfigureAwait(false);
            if (dead.FirstOrDefault(static expired => expired is not null) is { } first) ExceptionDispatchInfo.Throw(first);
        }
        catch (EvolinkDownloadException failure)
        {
            failure.CompletedFiles = [.. files.OfType<string>()];
            throw;
        }
        catch (OperationCanceledException canceled) when (canceled is not EvolinkCanceledException)
        {
            throw Canceled(_taskId, canceled, cancellationToken);
        }

        for (int index = 0; index < files.Length; index++) PartFile.Forget(directory, File(index));
        return files!;
    }

    /// <summary>The exception of a download that was cancelled, with the task's id.</summary>
    public static EvolinkCanceledException Canceled(string taskId, Exception cause, CancellationToken cancellationToken) =>
        new($"The download of the results of the task {taskId} was cancelled. What has come stays for the next try.", cause, cancellationToken)
        {
            TaskId = taskId,
            Phase = RequestPhase.Complete,
        };

    private ResultFile File(int index) => new(_taskId, index, _results.Count, _results[index]) { Operation = _operation, Model = Model, Type = Type };

    private async Task<string> OneAsync(int index, string directory, CancellationToken cancellationToken)
    {
        ResultFile file = File(index);
        try
        {
            return await _downloader.DownloadAsync(file, directory, _options, cancellationToken).ConfigureAwait(false);
        }
        catch (EvolinkDownloadException dead) when (dead.ResultExpired)
        {
            IReadOnlyList<string>? fresh = await FreshAsync(cancellationToken).ConfigureAwait(false);
            if (fresh is null || fresh.Count != _results.Count || fresh[index] == file.Address) throw;
            return await _downloader.DownloadAsync(file with { Address = fresh[index] }, directory, _options, cancellationToken).ConfigureAwait(false);
        }
    }

    // Null where that failed: that the link is dead is what the caller has to know.
    private async Task<IReadOnlyList<string>?> FreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _again.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (EvolinkException)
        {
            return null;
        }
    }
}
