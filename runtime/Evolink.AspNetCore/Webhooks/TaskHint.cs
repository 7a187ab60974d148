namespace Evolink.Webhooks;

/// <summary>Somebody who has one of our addresses says that a task has ended.</summary>
/// <param name="TaskId">The task; not yet believed.</param>
/// <param name="CorrelationId">What the address was made with; it is ours, since the token is signed.</param>
internal sealed record TaskHint(string TaskId, string CorrelationId)
{
    /// <summary>How often the task was read since, and had not ended or could not be read.</summary>
    public int Reads { get; init; }
}
