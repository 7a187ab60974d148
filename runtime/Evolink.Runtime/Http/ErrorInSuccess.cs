using System.Globalization;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Responses;

namespace Evolink.Runtime.Http;

/// <summary>Finds the error that a server reports in a response whose status says that all is well.</summary>
internal static class ErrorInSuccess
{
    /// <summary>Whether the response is an error, whatever its status says.</summary>
    /// <remarks>
    /// A task is none, even one that failed: it has a status of its own. An id beside an envelope's status may be the request's, so it makes
    /// a task only where it is the one that was asked for. Of any other operation only <c>"success": false</c> and
    /// problem+json count, since a good response may well have a member called <c>error</c>. A body that was cut off says nothing.
    /// </remarks>
    public static bool IsReported(ApiResponse response, ApiOperation operation, ApiDescriptor descriptor)
    {
        ReadOnlySpan<byte> body = response.Body.Span;
        if (descriptor.FindFamily(operation) is not { } family) return IsProblem(response) || SuccessFlag.IsFalse(body);
        TaskState state = response.Task(family);
        if (!state.IsWhole || response.BodyFailure is not null) return SuccessFlag.IsFalse(body);
        bool isTask = operation.CreatesTask
            ? state.Id is not null && (state.Status == default ? !SuccessFlag.IsFalse(body) : IsOfTask(state, family) || !StatesError(state.Status.Value))
            : state.Status != default && (IsOfTask(state, family) || (state.Id is not null && TaskIds.MayBeSame(response.AskedTaskId ?? state.Id, state.Id)));
        return !isTask && (IsProblem(response) || state.Reason is { StatesError: true });
    }

    private static bool IsProblem(ApiResponse response) => string.Equals(response.MediaType, "application/problem+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the status is a task's own: one that its family lists, or no word of an envelope such as <c>{"status": "error", …}</c> or <c>{"status": 404, …}</c>.</summary>
    public static bool IsOfTask(TaskState state, TaskFamily family) =>
        state.Status != default && (!IsEnvelope(state.Status.Value) || family.Statuses.ContainsKey(state.Status.Value.Trim()));

    private static bool IsEnvelope(string status) => ErrorDetection.IsErrorWord(status) || status.All(char.IsAsciiDigit);

    // A number below 400 may be a task's status that nobody has listed, and the id beside it be paid for.
    private static bool StatesError(string status) => ErrorDetection.IsErrorWord(status) || (int.TryParse(status, CultureInfo.InvariantCulture, out int code) && code >= 400);
}
