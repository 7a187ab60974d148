using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>A refusal in the documented shape: <c>{"error":{"code","message","type","param"}}</c>.</summary>
internal sealed record ApiError(int Status, string Code, string Type, string Message)
{
    private const string InvalidRequest = "invalid_request_error";

    public string? Param { get; init; }

    /// <summary>Another model that would do.</summary>
    public string? FallbackSuggestion { get; init; }

    /// <summary>The number by which the files API knows the error; null for one that it knows by its status.</summary>
    public int? FileCode { get; init; }

    /// <summary>Whether the message says more than the spec's example could.</summary>
    public bool IsSpecific { get; init; } = true;

    public static ApiError Invalid(string message, string? param = null) => new(400, "invalid_request", InvalidRequest, message) { Param = param };

    public static ApiError InvalidTaskId { get; } =
        new(400, "invalid_task_id", InvalidRequest, $"Invalid task ID format, must start with '{TaskIds.Prefix}'") { Param = "task_id" };

    public static ApiError Unauthorized { get; } = new(401, "unauthorized", "authentication_error", "Invalid or expired token") { IsSpecific = false };

    public static ApiError OutOfCredits { get; } =
        new(402, "insufficient_quota", "insufficient_quota", "Insufficient quota. Please top up your account.") { IsSpecific = false };

    public static ApiError UnknownModel(string model, string? meant) =>
        new(403, "model_access_denied", InvalidRequest, $"Token does not have access to model: {model}") { Param = "model", FallbackSuggestion = meant };

    public static ApiError UnknownRoute(string method, string path) => new(404, "not_found", InvalidRequest, $"There is no {method} {path}.");

    public static ApiError TaskNotFound { get; } = new(404, "task_not_found", InvalidRequest, "The requested task could not be found") { IsSpecific = false };

    public static ApiError ResultNotFound { get; } = new(404, "resource_not_found", InvalidRequest, "There is no such file, or it has expired.");

    public static ApiError WrongMethod(string method, string path) => new(405, "method_not_allowed", InvalidRequest, $"{path} does not take {method}.");

    public static ApiError IdempotencyConflict { get; } =
        new(409, "idempotency_conflict", InvalidRequest, "This Idempotency-Key was used before with another body.");

    public static ApiError TooLarge(long limit) => new(413, "request_too_large", InvalidRequest, $"The body is longer than {limit} bytes.");

    public static ApiError NotJson { get; } = new(415, "unsupported_media_type", InvalidRequest, "The Content-Type must be application/json.");

    public static ApiError FileTooLarge(long limit) => File(400, 40001, $"The file is larger than {limit} bytes.");

    public static ApiError FileType(string name) => File(400, 40002, $"'{name}' is no image, video or audio file.");

    public static ApiError FileQuota(int limit) => File(400, 40003, $"There are {limit} files already; delete some.");

    public static ApiError FileSource(string url) => File(400, 40004, $"{url} could not be downloaded.");

    public static ApiError FileNotFound { get; } = new(404, "not_found", InvalidRequest, "There is no such file, or it has expired.");

    public static ApiError Internal(Exception problem) => new(500, "internal_error", "api_error", $"The simulator failed: {problem.Message}");

    /// <summary>The response's body in the form of the files API: its own number, else the status.</summary>
    public JsonObject ToFileJson() => new() { ["success"] = false, ["code"] = FileCode ?? Status, ["msg"] = Message };

    /// <summary>The response's body; code and type are the spec's where it documents an error of this status.</summary>
    public JsonObject ToJson(SpecNode? documented)
    {
        JsonObject error = documented?.ToJsonNode() as JsonObject ?? [];
        error.TryAdd("code", Code);
        if (IsSpecific || !error.ContainsKey("message")) error["message"] = Message;
        error.TryAdd("type", Type);
        if (Param is not null) error["param"] = Param;
        if (FallbackSuggestion is not null) error["fallback_suggestion"] = FallbackSuggestion;
        return new JsonObject { ["error"] = error };
    }

    private static ApiError File(int status, int code, string message) => new(status, "invalid_file", InvalidRequest, message) { FileCode = code };
}

/// <summary>Ends the handling of a request with a refusal.</summary>
internal sealed class RefusedException(ApiError error) : Exception(error.Message)
{
    public ApiError Error => error;
}
