using System.Net;

namespace Evolink;

/// <summary>Classifies an error: by its code, which is exact, before its status, which gateways rewrite.</summary>
internal static class ErrorKinds
{
    public static EvolinkErrorKind Of(HttpStatusCode status, string? code) => code switch
    {
        "key_disabled" or "key_expired" or "unauthorized" or "invalid_api_key" => EvolinkErrorKind.Authentication,
        "insufficient_quota" or "insufficient_user_quota" or "insufficient_token_quota" => EvolinkErrorKind.InsufficientQuota,
        "model_access_denied" or "permission_denied" => EvolinkErrorKind.PermissionDenied,
        "content_policy_violation" => EvolinkErrorKind.ContentPolicy,
        "rate_limit_exceeded" => EvolinkErrorKind.RateLimited,
        "idempotency_conflict" => EvolinkErrorKind.Conflict,
        "paid_outcome_unknown" => EvolinkErrorKind.OutcomeUnknown,
        "task_not_found" => EvolinkErrorKind.NotFound,
        "model_unavailable" or "no_available_channel" or "service_unavailable" => EvolinkErrorKind.Unavailable,
        "internal_error" or "upstream_error" => EvolinkErrorKind.Server,
        // A number says no more than a status does, and often is one.
        not null when code.StartsWith("invalid_", StringComparison.Ordinal) => EvolinkErrorKind.InvalidRequest,
        _ => Of((int)status),
    };

    /// <summary>Whether the server certainly did not act and will not act on the same request either.</summary>
    public static bool IsRefusal(this EvolinkErrorKind kind) => kind is EvolinkErrorKind.InvalidRequest or EvolinkErrorKind.Authentication
        or EvolinkErrorKind.InsufficientQuota or EvolinkErrorKind.PermissionDenied or EvolinkErrorKind.ContentPolicy or EvolinkErrorKind.NotFound;

    /// <summary>What a person can do about it; empty where nothing is known.</summary>
    public static string Advice(this EvolinkErrorKind kind) => kind switch
    {
        EvolinkErrorKind.Authentication => "Check EVOLINK_API_KEY or EvolinkOptions.ApiKey; keys are managed at https://evolink.ai/dashboard/keys.",
        EvolinkErrorKind.InsufficientQuota => "Top up the account, or raise the key's limit.",
        EvolinkErrorKind.PermissionDenied => "The key may not do this; check which models it is allowed to use.",
        EvolinkErrorKind.ContentPolicy => "Change the prompt or the inputs; the same request will be refused again.",
        EvolinkErrorKind.RateLimited => "Slow down and try again later; the vendor asks for 60 seconds.",
        EvolinkErrorKind.Unavailable or EvolinkErrorKind.Server => "The fault is the server's; try again later.",
        EvolinkErrorKind.Conflict => "Use another idempotency key for another request.",
        EvolinkErrorKind.Redirect => "Redirects are not followed; check EvolinkOptions.BaseAddress.",
        _ => "",
    };

    private static EvolinkErrorKind Of(int status) => status switch
    {
        >= 300 and < 400 => EvolinkErrorKind.Redirect,
        401 => EvolinkErrorKind.Authentication,
        402 => EvolinkErrorKind.InsufficientQuota,
        403 => EvolinkErrorKind.PermissionDenied,
        404 or 410 => EvolinkErrorKind.NotFound,
        409 => EvolinkErrorKind.Conflict,
        429 => EvolinkErrorKind.RateLimited,
        400 or 405 or 411 or 413 or 414 or 415 or 422 => EvolinkErrorKind.InvalidRequest,
        503 => EvolinkErrorKind.Unavailable,
        >= 500 => EvolinkErrorKind.Server,
        _ => EvolinkErrorKind.Unknown,
    };
}
