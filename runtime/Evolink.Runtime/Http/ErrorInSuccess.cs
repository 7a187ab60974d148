using Evolink.Runtime.Errors;
using Evolink.Runtime.Responses;

namespace Evolink.Runtime.Http;

/// <summary>Finds the error that a server reports in a response whose status says that all is well.</summary>
internal static class ErrorInSuccess
{
    /// <summary>Whether the response is an error, whatever its status says.</summary>
    /// <remarks>
    /// A task is none, even one that failed: it has a status of its own. Of any other operation only <c>"success": false</c> and
    /// problem+json count, since a good response may well have a member called <c>error</c>. A body that was cut off says nothing.
    /// </remarks>
    public static bool IsReported(ApiResponse response, ApiOperation operation, ApiDescriptor descriptor)
    {
        ReadOnlySpan<byte> body = response.Body.Span;
        if (descriptor.FindFamily(operation) is not { } family) return IsProblem(response) || SuccessFlag.IsFalse(body);
        TaskState state = response.Task(family);
        if (!state.IsWhole || response.BodyFailure is not null) return SuccessFlag.IsFalse(body);
        bool isTask = operation.CreatesTask
            ? state.Id is not null && (state.Status != default || !SuccessFlag.IsFalse(body))
            : state.Status != default && (state.Id is not null || !IsEnvelope(state.Status.Value));
        return !isTask && (IsProblem(response) || state.Reason is { StatesError: true });
    }

    private static bool IsProblem(ApiResponse response) => string.Equals(response.MediaType, "application/problem+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a status is the envelope's: <c>{"status": "error", …}</c>, <c>{"status": 404, …}</c>. A task's own status is a word of another kind.</summary>
    public static bool IsEnvelope(string status) => ErrorDetection.IsErrorWord(status) || status.All(char.IsAsciiDigit);
}
