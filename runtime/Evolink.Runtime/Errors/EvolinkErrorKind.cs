namespace Evolink;

/// <summary>What an API error means, known by its code first and by its HTTP status second.</summary>
public enum EvolinkErrorKind
{
    /// <summary>Nothing that this version knows.</summary>
    Unknown,

    /// <summary>The request is wrong and will stay wrong (400, 413, 422, <c>invalid_*</c>).</summary>
    InvalidRequest,

    /// <summary>The key is missing, wrong, disabled or expired (401).</summary>
    Authentication,

    /// <summary>The account or the key has no credits left (402).</summary>
    InsufficientQuota,

    /// <summary>The key may not do this, or not with this model (403).</summary>
    PermissionDenied,

    /// <summary>There is no such thing (404, 410).</summary>
    NotFound,

    /// <summary>The idempotency key was used for another request (409).</summary>
    Conflict,

    /// <summary>The prompt or an input was refused by the content policy.</summary>
    ContentPolicy,

    /// <summary>Too many requests (429).</summary>
    RateLimited,

    /// <summary>The model or the service is not available at the moment (503).</summary>
    Unavailable,

    /// <summary>The server failed (500 and the rest).</summary>
    Server,

    /// <summary>The server says that it does not know whether the task was created and billed.</summary>
    OutcomeUnknown,

    /// <summary>The server points elsewhere (3xx); it is not followed.</summary>
    Redirect,
}
