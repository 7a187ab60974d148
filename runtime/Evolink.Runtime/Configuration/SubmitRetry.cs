namespace Evolink;

/// <summary>When the creation of a task is repeated.</summary>
public enum SubmitRetry
{
    /// <summary>
    /// Only when the task was certainly not created: the request did not leave whole, or the server refused it (429, or 503 with
    /// <c>Retry-After</c>). Whatever else goes wrong is an <see cref="EvolinkOutcomeUnknownException"/>.
    /// </summary>
    WhenSafe,

    /// <summary>
    /// As <see cref="WhenSafe"/>, and once more with the same <c>Idempotency-Key</c> when the outcome is unknown. A server that does
    /// not honour the key creates, and bills, a second task.
    /// </summary>
    OnceWithSameKey,

    /// <summary>Never.</summary>
    Never,
}
