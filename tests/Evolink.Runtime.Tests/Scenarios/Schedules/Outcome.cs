namespace Evolink.Tests.Scenarios.Schedules;

/// <summary>What a caller knows once a call is over.</summary>
/// <param name="TaskId">The task, whether returned or told by an exception; null if unknown.</param>
/// <param name="IdempotencyKey">The key of the create; null if it is not told.</param>
/// <param name="SaysPerhapsPaid">Whether an exception says that the task may exist.</param>
/// <param name="Error">The exception; null for a task that is completed.</param>
internal sealed record Outcome(string? TaskId, string? IdempotencyKey, bool SaysPerhapsPaid, Exception? Error)
{
    public static Outcome From(Exception error) => error switch
    {
        EvolinkCanceledException canceled => new(canceled.TaskId, canceled.IdempotencyKey, canceled is { TaskId: null, Phase: RequestPhase.Complete }, error),
        EvolinkException known => new(known.TaskId, known.IdempotencyKey, known is EvolinkOutcomeUnknownException, error),
        _ => new(null, null, SaysPerhapsPaid: false, error),
    };

    /// <summary>Whether the caller can find the charge: by the task's id, or by a key that is said to be perhaps paid.</summary>
    public bool Reports(LedgerEntry charge) => TaskId == charge.TaskId || (SaysPerhapsPaid && IdempotencyKey == charge.IdempotencyKey);
}
