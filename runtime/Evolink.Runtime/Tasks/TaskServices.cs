using System.Net;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Http;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Runtime.Tasks.Polling;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks;

/// <summary>What a task needs of its client: queries, waits and downloads.</summary>
internal sealed class TaskServices(ClientSettings settings, TaskQuery query, TaskPoller poller, ResultDownloader downloader)
{
    public TaskFollower Follow(TaskOrigin origin, TimeSpan? timeout = null) => new(origin, poller, settings, timeout);

    public Task<TaskResponse> GetAsync(TaskOrigin origin, CancellationToken cancellationToken) =>
        IdentifyAsync(origin, query.GetAsync(origin.Family, origin.Id, cancellationToken));

    public T Read<T>(TaskOrigin origin, TaskResponse response, JsonValueReader<T?> read)
        where T : class =>
        ResponseJson.Read(response.Json, read, out Exception? problem) ?? throw Unreadable(origin, response, problem is null ? null : MaskedKey.Remove(problem, settings.ApiKey));

    private EvolinkResponseException Unreadable(TaskOrigin origin, TaskResponse response, Exception? problem) =>
        new($"The task cannot be read: {problem?.Message ?? "it is null"}", HttpStatusCode.OK, ApiErrorBody.Truncate(response.Json, 200, settings.ApiKey), ApiErrorBody.Truncate(response.Json, response.Json.Length, settings.ApiKey), problem)
        {
            RequestId = response.RequestId,
            TaskId = origin.Id,
            IdempotencyKey = origin.IdempotencyKey,
        };

    /// <summary>Downloads every result; queries the task once more where a link is dead, or where there is none yet.</summary>
    public Task<IReadOnlyList<string>> DownloadAsync(TaskOrigin origin, TaskResponse end, string directory, DownloadOptions options, CancellationToken cancellationToken) =>
        IdentifyAsync(origin, ReceiveAsync(origin, end, directory, options, cancellationToken));

    private async Task<IReadOnlyList<string>> ReceiveAsync(TaskOrigin origin, TaskResponse end, string directory, DownloadOptions options, CancellationToken cancellationToken)
    {
        string? model = options.NameTemplate is null ? null : origin.Model ?? end.Model;
        string? type = end.State.Type ?? origin.First?.Type;
        if (origin.Family.Content is { } content && !IsJson(content))
        {
            string address = query.GetContentAddress(origin.Family, origin.Id);
            TaskDownload single = new(origin.Id, [address], downloader, () => Task.FromResult<IReadOnlyList<string>>([]), options, content) { Model = model, Type = type };
            return await single.RunAsync(directory, cancellationToken).ConfigureAwait(false);
        }

        bool mayHaveNone = origin.Family.RequiresResults || end.State.HasBadResult;
        bool isKnown = origin.Family.Content is null && (end.State.Results.Count > 0 || mayHaveNone);
        IReadOnlyList<string> results = isKnown ? end.State.Results : await AddressesAsync(origin, cancellationToken).ConfigureAwait(false);
        if (results.Count == 0 && !mayHaveNone) throw NoAddress(origin);

        TaskDownload all = new(origin.Id, results, downloader, () => AddressesAsync(origin, cancellationToken), options) { Model = model, Type = type };
        return await all.RunAsync(directory, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(TaskOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            return origin.Family.Content is null
                ? (await GetAsync(origin, cancellationToken).ConfigureAwait(false)).State.Results
                : await IdentifyAsync(origin, query.GetContentAsync(origin.Family, origin.Id, cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            // Part of the download: whoever cancels it learns the id.
            throw TaskDownload.Canceled(origin.Id, canceled, cancellationToken);
        }
    }

    private static async Task<T> IdentifyAsync<T>(TaskOrigin origin, Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (EvolinkException error)
        {
            (error.TaskId, error.IdempotencyKey) = (origin.Id, origin.IdempotencyKey);
            throw;
        }
        catch (EvolinkCanceledException canceled)
        {
            canceled.IdempotencyKey = origin.IdempotencyKey;
            throw;
        }
    }

    private static bool IsJson(ApiOperation operation) => operation.Accept.Contains("json", StringComparison.OrdinalIgnoreCase);

    private static EvolinkDownloadException NoAddress(TaskOrigin origin)
    {
        string where = origin.Family.Content is { } content ? $"the response of {content.Id}" : $"'{origin.Family.Results}' of its response";
        return new EvolinkDownloadException(
            $"The task is completed, and {where} names no file. If its results stand elsewhere, say where in the specification: x-evolink-task, results or content.", null)
        {
            TaskId = origin.Id,
            IdempotencyKey = origin.IdempotencyKey,
        };
    }
}
