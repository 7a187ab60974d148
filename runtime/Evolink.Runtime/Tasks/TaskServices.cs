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

    public async Task<TaskResponse> GetAsync(TaskOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            return await query.GetAsync(origin.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (EvolinkException error)
        {
            (error.TaskId, error.IdempotencyKey) = (origin.Id, origin.IdempotencyKey);
            throw;
        }
    }

    public T Read<T>(TaskOrigin origin, TaskResponse response, JsonValueReader<T?> read)
        where T : class =>
        ResponseJson.Read(response.Json, read, out Exception? problem) ?? throw Unreadable(origin, response, problem is null ? null : MaskedKey.Remove(problem, settings.ApiKey));

    private EvolinkResponseException Unreadable(TaskOrigin origin, TaskResponse response, Exception? problem) =>
        new($"The task cannot be read: {problem?.Message ?? "it is null"}", HttpStatusCode.OK, ApiErrorBody.Truncate(response.Json, 200, settings.ApiKey), problem)
        {
            RequestId = response.RequestId,
            TaskId = origin.Id,
            IdempotencyKey = origin.IdempotencyKey,
        };

    /// <summary>Downloads every result; queries the task once more where a link is dead.</summary>
    public Task<IReadOnlyList<string>> DownloadAsync(TaskOrigin origin, TaskResponse end, string directory, DownloadOptions options, CancellationToken cancellationToken) =>
        new TaskDownload(origin.Id, end.State.Results, downloader, async () => (await GetAsync(origin, cancellationToken).ConfigureAwait(false)).State.Results, options)
            .RunAsync(directory, cancellationToken);
}
