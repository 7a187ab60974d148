using System.Net;
using System.Text.Json;
using Evolink.Runtime.Errors;

namespace Evolink;

/// <summary>The API answered, with an error.</summary>
/// <remarks>What a refusal may say beside its message is null, or empty, wherever the response does not say it or says it in a way that cannot be read; <see cref="Body"/> has it word for word.</remarks>
public sealed class EvolinkApiException : EvolinkException
{
    internal EvolinkApiException(string message, HttpStatusCode statusCode, EvolinkErrorKind kind, ApiErrorBody error)
        : base(message)
    {
        StatusCode = statusCode;
        Kind = kind;
        Reason = error.Reason;
        Code = error.Code;
        Type = error.Type;
        Param = error.Param;
        Suggestion = error.Suggestion;
        Body = error.Body;
        EstimatedCredits = error.Details.EstimatedCredits;
        AccountBalanceCredits = error.Details.AccountBalanceCredits;
        AllowedModels = error.Details.AllowedModels;
        FallbackModel = error.Details.FallbackModel;
        ActionUrl = error.Details.ActionUrl;
        Limits = error.Details.Limits;
        LimitScope = error.Details.LimitScope;
        ResetTimezone = error.Details.ResetTimezone;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>What the error means; made for <c>catch … when</c>.</summary>
    public EvolinkErrorKind Kind { get; }

    /// <summary>The error's code as a string, whether the wire has a string or a number. Null where the response has none.</summary>
    public string? Code { get; }

    /// <summary>The error's type, such as <c>invalid_request_error</c>.</summary>
    public string? Type { get; }

    /// <summary>The parameter that is to blame.</summary>
    public string? Param { get; }

    /// <summary>What the server suggests to do.</summary>
    public string? Suggestion { get; }

    /// <summary>Another model that the server suggests (<c>fallback_suggestion</c>), by its id.</summary>
    public string? FallbackModel { get; }

    /// <summary>What the request would have cost, in credits (<c>estimated_credits</c>).</summary>
    public decimal? EstimatedCredits { get; }

    /// <summary>What the account has left, in credits (<c>account_balance_credits</c>).</summary>
    public decimal? AccountBalanceCredits { get; }

    /// <summary>The models that the key may use (<c>allowed_models</c>), by their ids.</summary>
    public IReadOnlyList<string> AllowedModels { get; }

    /// <summary>The web page where a person can do something about it (<c>action_url</c>), such as topping up: always an http(s) address.</summary>
    public Uri? ActionUrl { get; }

    /// <summary>The limits that were reached (<c>limits</c>), as the server writes them.</summary>
    public JsonElement? Limits { get; }

    /// <summary>Whose limit was reached (<c>limit_scope</c>): the key's, the account's …</summary>
    public string? LimitScope { get; }

    /// <summary>The time zone at whose midnight a daily limit begins anew (<c>reset_timezone</c>), such as <c>Asia/Shanghai</c>.</summary>
    public string? ResetTimezone { get; }

    /// <summary>The response's body, at most its first 4096 characters.</summary>
    public string Body { get; }

    /// <summary>Code and message of the server in one line, for the message of whatever this is the cause of.</summary>
    internal string? Reason { get; }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; internal init; }
}
