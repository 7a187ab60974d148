namespace Evolink;

/// <summary>A request, a key and the wish for its result, as a store holds them: written down before anything is sent.</summary>
/// <remarks>A snapshot; <see cref="IGenerationJobs.FindAsync"/> reads the job as it is now. It can be written and read as JSON by any store.</remarks>
public sealed record GenerationJob
{
    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>The caller's key (<see cref="JobOptions.Key"/>); null where none was given.</summary>
    public string? Key { get; init; }

    /// <summary>The model that the request asks for.</summary>
    public required string Model { get; init; }

    /// <summary>The full name of the request's type: a model may have several.</summary>
    public required string RequestType { get; init; }

    /// <summary>The request as JSON.</summary>
    public required string Request { get; init; }

    /// <summary>How far the job is.</summary>
    public JobState State { get; init; }

    /// <summary>Counts the writes. A write that expects another version is refused.</summary>
    public long Version { get; init; }

    /// <summary>The part of all jobs that this one belongs to, from 0 to <see cref="JobShards.Count"/> - 1: who drives a shard drives its jobs.</summary>
    public int Shard { get; init; }

    /// <summary>When it was enqueued.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>A queued job is not sent before.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>When its task was created; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How often the request was sent under the present <see cref="SubmissionKey"/>, as far as the job knows.</summary>
    public int Sends { get; init; }

    /// <summary>How often in a row the request could not be sent, or was turned away for a while.</summary>
    public int Attempts { get; init; }

    /// <summary>The task; null before it is known.</summary>
    public string? TaskId { get; init; }

    /// <summary>Whether the task was named by <see cref="IGenerationJobs.ResolveAsync"/>. Then one that is not found leaves the outcome unknown again.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Further tasks of the job: failed ones of models before a fallback, second ones of a repeated send, and those before another was named by <see cref="IGenerationJobs.ResolveAsync"/>.</summary>
    public IReadOnlyList<string> OtherTaskIds { get; init; } = [];

    /// <summary>The task's progress, from 0 to 100, as of the last write. <see cref="IGenerationJobs.WatchAsync"/> tells more of it.</summary>
    public double Progress { get; init; }

    /// <summary>What the task costs: the server's word where it has one, before that the estimate. Null where neither is known.</summary>
    public decimal? Credits { get; init; }

    /// <summary>What went wrong: at the end why it ended so, before that why it waits.</summary>
    public JobError? Error { get; init; }

    /// <summary>Where the results are, in their order: paths for the folder sink.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The task as the server described it at its end, as JSON; null before.</summary>
    public string? Result { get; init; }

    /// <summary>Whether it was cancelled while a send was under way; it ends as soon as the outcome is known.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>How many of <see cref="FallbackModels"/> have been turned to.</summary>
    public int Fallbacks { get; init; }

    /// <inheritdoc cref="JobOptions.SaveTo" path="/summary"/>
    public string? SaveTo { get; init; }

    /// <inheritdoc cref="JobOptions.MaxCredits" path="/summary"/>
    public decimal? MaxCredits { get; init; }

    /// <inheritdoc cref="JobOptions.FallbackModels" path="/summary"/>
    public IReadOnlyList<string> FallbackModels { get; init; } = [];

    /// <inheritdoc cref="JobOptions.SubmitRetry" path="/summary"/>
    public SubmitRetry SubmitRetry { get; init; }

    /// <inheritdoc cref="JobOptions.ExpiresAfter" path="/summary"/>
    public TimeSpan ExpiresAfter { get; init; }

    /// <summary>The model whose turn it is.</summary>
    public string CurrentModel => Fallbacks == 0 ? Model : FallbackModels[Fallbacks - 1];

    /// <summary>The <c>Idempotency-Key</c> of the present submission: the same for each send of it, another for each model.</summary>
    public string SubmissionKey => FormattableString.Invariant($"{Id}.{Fallbacks}");

    /// <summary>Whether the job goes no further by itself.</summary>
    public bool IsEnd => State >= JobState.Completed;

    /// <summary>The id and the state.</summary>
    public override string ToString() => $"{Id}: {State}";
}
