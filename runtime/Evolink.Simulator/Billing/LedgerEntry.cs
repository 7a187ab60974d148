namespace Evolink;

/// <summary>One charge. Whatever a client believes, this is what the account paid for.</summary>
/// <param name="TaskId">The task that was charged for.</param>
/// <param name="Model">Its model.</param>
/// <param name="OperationId">The operation that created it.</param>
/// <param name="Credits">What it cost.</param>
/// <param name="IdempotencyKey">The create's <c>Idempotency-Key</c>, if it had one.</param>
/// <param name="Time">When it was charged.</param>
/// <param name="Refunded">Whether the credits came back since, because the task failed or was cancelled.</param>
/// <param name="Answer">How much of the response to its create was sent, a replay of it included.</param>
public sealed record LedgerEntry(
    string TaskId, string Model, string OperationId, decimal Credits, string? IdempotencyKey, DateTimeOffset Time, bool Refunded, CreateAnswer Answer);
