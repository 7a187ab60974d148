using System.Net;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Http;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Runtime.Tasks.Polling;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks;

/// <summary>What a task needs of its client: questions, waits and downloads.</summary>
internal sealed class TaskServices(ClientSettings settings, TaskQuery query, TaskPoller poller, ResultDownloader downloader)
{
    public TaskFollower Follow(TaskOrigin origin, TimeSpan? timeout = null) => new(origin, poller, settings, timeout);

    public async Task<TaskAnswer> AskAsync(TaskOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            return await query.AskWithRetriesAsync(origin.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (EvolinkException error)
        {
            (error.TaskId, error.IdempotencyKey) = (origin.Id, origin.IdempotencyKey);
            throw;
        }
    }

    public T Read<T>(TaskOrigin origin, TaskAnswer answer, JsonValueReader<T?> read)
        where T : class =>
        AnswerJson.Read(answer.Json, read, out Exception? problem) ?? throw Unreadable(origin, answer, problem is null ? null : MaskedKey.Remove(problem, settings.ApiKey));

    private EvolinkResponseException Unreadable(TaskOrigin origin, TaskAnswer answer, Exception? problem) =>
        new($"The task cannot be read: {problem?.Message ?? "it is null"}", HttpStatusCode.OK, ApiErrorBody.Excerpt(answer.Json, 200, settings.ApiKey), problem)
        {
            RequestId = answer.RequestId,
            TaskId = origin.Id,
            IdempotencyKey = origin.IdempotencyKey,
        };

    /// <summary>Downloads every result; asks for the task once more where a link is dead.</summary>
    public Task<IReadOnlyList<string>> DownloadAsync(TaskOrigin origin, TaskAnswer end, string directory, DownloadOptions options, CancellationToken cancellationToken) =>
        new TaskDownload(origin.Id, end.State.Results, downloader, async () => (await AskAsync(origin, cancellationToken).ConfigureAwait(false)).State.Results, options)
            .RunAsync(directory, cancellationToken);
}
