using System.Collections.Concurrent;

namespace Evolink.Tool.Sessions;

/// <summary>A client that remembers why a create was refused. A job waits patiently for a key that works or for credits; somebody at a terminal wants to be told.</summary>
internal sealed class Refusals(IGenerationClient client) : IGenerationClient
{
    private readonly ConcurrentDictionary<string, EvolinkApiException> _byKey = new(StringComparer.Ordinal);

    public SubmitRetry SubmitRetry => client.SubmitRetry;

    public async Task<GenerationTask> SubmitAsync(GenerationRequest request, RequestOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            return await client.SubmitAsync(request, options, cancellationToken);
        }
        catch (EvolinkApiException refused) when (options.IdempotencyKey is { } key)
        {
            _byKey[key] = refused;
            throw;
        }
    }

    public GenerationTask ResumeTask(GenerationRequest request, string taskId) => client.ResumeTask(request, taskId);

    public bool NotifyTask(string taskId) => client.NotifyTask(taskId);

    /// <summary>The refusal that nothing but a person can help; null where there is none.</summary>
    public EvolinkApiException? ForAPerson(GenerationJob job) =>
        job.State == JobState.Queued && _byKey.TryGetValue(job.SubmissionKey, out EvolinkApiException? refused)
            && refused.Kind is EvolinkErrorKind.Authentication or EvolinkErrorKind.InsufficientQuota
            ? refused
            : null;
}
