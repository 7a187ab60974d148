using System.Globalization;
using System.Net;

namespace Evolink.Runtime.Errors;

/// <summary>Classifies an error: by its code, which is exact, before its status, which gateways rewrite.</summary>
internal static class ErrorKinds
{
    public static EvolinkErrorKind Classify(HttpStatusCode status, string? code) => FromCode(code) ?? Classify((int)status);

    /// <summary>The same for a whole body. Where the status says that all is well, the number in the body, or its type, stands in for it.</summary>
    /// <param name="status">The status.</param>
    /// <param name="error">The body.</param>
    /// <param name="isEvolink">Whether the codes are EvoLink's. Another API may mean something else by the same word, so that a word does not make a refusal of a server's failure.</param>
    public static EvolinkErrorKind Classify(HttpStatusCode status, ApiErrorBody error, bool isEvolink)
    {
        if (isEvolink && FromFileCode(error.Code) is { } ofFile) return ofFile;
        if ((int)status is < 200 or >= 300) return isEvolink || (int)status < 500 ? Classify(status, error.Code) : Classify((int)status);
        int? stated = int.TryParse(error.Code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 400 and < 600 ? number : error.Status;
        return FromCode(error.Code) ?? (stated is { } known ? Classify(known) : FromCode(error.Type) ?? EvolinkErrorKind.Unknown);
    }

    /// <summary>What a code means, whatever the case of its letters; null for one that is not known. A number says no more than a status does, and often is one.</summary>
    public static EvolinkErrorKind? FromCode(string? code) => code?.ToLowerInvariant() switch
    {
        "key_disabled" or "key_expired" or "unauthorized" or "invalid_api_key" or "user_disabled" or "unauthenticated" or "authentication_error" => EvolinkErrorKind.Authentication,
        "insufficient_quota" or "insufficient_user_quota" or "insufficient_token_quota" or "key_quota_exhausted" or "key_daily_quota_exhausted"
            or "token_daily_quota_exceeded" => EvolinkErrorKind.InsufficientQuota,
        "model_access_denied" or "permission_denied" or "key_model_not_allowed" or "forbidden" or "access_denied" or "permission_error" => EvolinkErrorKind.PermissionDenied,
        "content_policy_violation" or "content_filter" or "sensitive_content" or "moderation_blocked" or "input_moderation_failed" => EvolinkErrorKind.ContentPolicy,
        "rate_limit_exceeded" or "rate_limit_error" or "too_many_requests" => EvolinkErrorKind.RateLimited,
        "idempotency_conflict" => EvolinkErrorKind.Conflict,
        "paid_outcome_unknown" => EvolinkErrorKind.OutcomeUnknown,
        "task_not_found" or "not_found" or "not_found_error" or "task_not_exist" => EvolinkErrorKind.NotFound,
        "model_unavailable" or "no_available_channel" or "service_unavailable" or "channel_selection_failed" or "unavailable" => EvolinkErrorKind.Unavailable,
        "internal_error" or "upstream_error" or "internal_server_error" or "server_error" or "internal" or "bad_gateway" or "timeout" or "gateway_timeout"
            or "request_timeout" or "upstream_timeout" or "deadline_exceeded" => EvolinkErrorKind.Server,
        { } channel when channel.StartsWith("channel:", StringComparison.Ordinal) => EvolinkErrorKind.Unavailable,
        { } invalid when invalid.StartsWith("invalid_", StringComparison.Ordinal) => EvolinkErrorKind.InvalidRequest,
        _ => null,
    };

    // What EvoLink's files API answers, whatever the status: too large, of another type, no room left, a source that cannot be read, a failing store.
    private static EvolinkErrorKind? FromFileCode(string? code) => code switch
    {
        "40001" or "40002" or "40004" => EvolinkErrorKind.InvalidRequest,
        "40003" => EvolinkErrorKind.InsufficientQuota,
        "50001" => EvolinkErrorKind.Server,
        _ => null,
    };

    /// <summary>Whether the server certainly did not act and will not act on the same request either.</summary>
    public static bool IsRefusal(this EvolinkErrorKind kind) => kind is EvolinkErrorKind.InvalidRequest or EvolinkErrorKind.Authentication
        or EvolinkErrorKind.InsufficientQuota or EvolinkErrorKind.PermissionDenied or EvolinkErrorKind.ContentPolicy or EvolinkErrorKind.NotFound;

    /// <summary>Whether a create that ends with it may have been carried out all the same: the server gave up, or says so itself.</summary>
    public static bool LeavesOutcomeOpen(this EvolinkErrorKind kind) => kind is EvolinkErrorKind.OutcomeUnknown or EvolinkErrorKind.Server or EvolinkErrorKind.Unavailable;

    /// <summary>What a person can do about it; empty where nothing is known.</summary>
    public static string Advice(this EvolinkErrorKind kind, ApiDescriptor api, string? code = null) => api.HasEvolinkConventions ? EvolinkAdvice(kind, api, code) : GeneralAdvice(kind, api);

    // Of another vendor's account, models and limits nothing is known.
    private static string GeneralAdvice(EvolinkErrorKind kind, ApiDescriptor api) => kind switch
    {
        EvolinkErrorKind.Authentication => $"Check {api.ApiKeyVariable} or EvolinkOptions.ApiKey.",
        EvolinkErrorKind.RateLimited => "Slow down and try again later.",
        EvolinkErrorKind.Unavailable or EvolinkErrorKind.Server => "The fault is the server's; try again later.",
        EvolinkErrorKind.Redirect => "Redirects are not followed; check EvolinkOptions.BaseAddress.",
        _ => "",
    };

    private static string EvolinkAdvice(EvolinkErrorKind kind, ApiDescriptor api, string? code) => kind switch
    {
        EvolinkErrorKind.Authentication => $"Check {api.ApiKeyVariable} or EvolinkOptions.ApiKey; keys are managed at https://evolink.ai/dashboard/keys.",
        EvolinkErrorKind.InsufficientQuota => QuotaAdvice(code),
        EvolinkErrorKind.PermissionDenied => "The key may not do this; check which models it is allowed to use.",
        EvolinkErrorKind.ContentPolicy => "Change the prompt or the inputs; the same request will be refused again.",
        EvolinkErrorKind.RateLimited => "Slow down and try again later; the vendor asks for 60 seconds.",
        EvolinkErrorKind.Unavailable or EvolinkErrorKind.Server => "The fault is the server's; try again later.",
        EvolinkErrorKind.Conflict => "Use another idempotency key for another request.",
        EvolinkErrorKind.Redirect => "Redirects are not followed; check EvolinkOptions.BaseAddress.",
        _ => "",
    };

    private static string QuotaAdvice(string? code) => code?.ToLowerInvariant() switch
    {
        "key_daily_quota_exhausted" or "token_daily_quota_exceeded" => "The key's limit of the day is used up: raise it, or try again the next day.",
        "key_quota_exhausted" or "insufficient_token_quota" => "The key's own limit is used up: raise it, or use another key.",
        "40003" => "There is no room for more files: delete some, or wait until they expire.",
        _ => "Top up the account, or raise the key's limit.",
    };

    private static EvolinkErrorKind Classify(int status) => status switch
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
