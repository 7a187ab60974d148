namespace Evolink;

/// <summary>How one create goes, where it is to go otherwise than the client's options say.</summary>
public sealed record RequestOptions
{
    /// <summary>Further headers of the request that creates the task, such as a trace header of a gateway.</summary>
    /// <value>The default is none. A header that the client sets itself cannot be set here: <c>Authorization</c>, <c>User-Agent</c>, <c>Content-Type</c> …</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The <c>Idempotency-Key</c> of the create: printable ASCII without spaces, at most 255 characters. Give one that your own records
    /// know, and use it for no other request.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is a new one for each create.</value>
    public string? IdempotencyKey { get; init; }

    /// <summary>The longest time that one attempt to create the task may take. Giving up leaves the outcome unknown.</summary>
    /// <value>The default, <see langword="null"/>, is <see cref="EvolinkOptions.SubmitTimeout"/>.</value>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>The longest time for the whole call: the create with its retries and, where the call waits for the task, the wait.</summary>
    /// <remarks>
    /// It ends a create with an <see cref="EvolinkConnectionException"/> (nothing was submitted) or, after up to 5 seconds of grace for an
    /// answer, an <see cref="EvolinkOutcomeUnknownException"/>; and a wait with an <see cref="EvolinkTaskTimeoutException"/>.
    /// </remarks>
    /// <value>The default, <see langword="null"/>, is no limit but those of the attempts and of <see cref="PollingOptions.Timeout"/>.</value>
    public TimeSpan? Timeout { get; init; }
}
