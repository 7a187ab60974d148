using Evolink.Runtime.Configuration;

namespace Evolink;

/// <summary>How one call goes, where it is to go otherwise than the client's options say. Given to a submit, to a generate, or to a group's <c>WithOptions</c>.</summary>
public sealed record RequestOptions
{
    /// <summary>Further headers of the request, such as a trace header of a gateway.</summary>
    /// <value>The default is none. A header that the client sets itself cannot be set here: <c>Authorization</c>, <c>User-Agent</c>, <c>Content-Type</c> …</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The <c>Idempotency-Key</c> of the request: printable ASCII without spaces, at most 255 characters; of a client of EvoLink's, 16 to 96
    /// letters, digits, dots, underscores and hyphens. Give one that your own records know, and use it for no other request.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is a new one for each create, and none for any other call.</value>
    public string? IdempotencyKey { get; init; }

    /// <summary>The longest time that one attempt may take. Giving up a create leaves its outcome unknown.</summary>
    /// <value>The default, <see langword="null"/>, is <see cref="EvolinkOptions.SubmitTimeout"/> for a create, else <see cref="EvolinkOptions.AttemptTimeout"/>.</value>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>The longest time for the whole call: its attempts and the pauses between them and, where the call waits for a task, the wait.</summary>
    /// <remarks>
    /// It ends a call with an <see cref="EvolinkConnectionException"/> (of a create: nothing was submitted); a create whose request left
    /// whole, after up to 5 seconds of grace for a response, with an <see cref="EvolinkOutcomeUnknownException"/>; and a wait with an
    /// <see cref="EvolinkTaskTimeoutException"/>. A stream that an operation returns, and a download of results, are no longer bound by it.
    /// </remarks>
    /// <value>The default, <see langword="null"/>, is no limit but those of the attempts and of <see cref="PollingOptions.Timeout"/>.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// The longest that the server may ask the call to wait before it is repeated (<c>Retry-After</c> of a 429 or 503); where it asks for more, the call fails at once with an
    /// <see cref="EvolinkApiException"/> that has the value. For callers who wait by themselves, such as a queue.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is 60 seconds, which is also the most. From 0 on.</value>
    public TimeSpan? MaxRetryAfter { get; init; }

    /// <summary>For a create that its caller writes down and repeats by itself; null for any other call.</summary>
    internal RecordedSubmit? Recorded { get; init; }

    /// <summary>The longest wait that any server may ask for; beyond it the call fails and carries the value.</summary>
    internal static TimeSpan LongestRetryAfter { get; } = TimeSpan.FromSeconds(60);
}
