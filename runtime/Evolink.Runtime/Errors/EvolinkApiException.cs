using System.Net;
using Evolink.Runtime.Errors;

namespace Evolink;

/// <summary>The API answered, with an error.</summary>
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

    /// <summary>The response's body, at most its first 4096 characters.</summary>
    public string Body { get; }

    /// <summary>Code and message of the server in one line, for the message of whatever this is the cause of.</summary>
    internal string? Reason { get; }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; internal init; }
}
