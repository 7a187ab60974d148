using Evolink.Runtime.Errors;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <summary>Turns a task that failed into the exception that says why and whether it is worth another try.</summary>
internal static class TaskFailures
{
    public static EvolinkTaskFailedException Create(TaskOrigin origin, TaskResponse response)
    {
        TaskState state = response.State;
        string code = state.ErrorCode is null ? "" : $" ({state.ErrorCode})";
        string why = state.ErrorMessage is { } message ? $": {ApiErrorBody.OneLine(message)}" : ": the server gives no reason";
        bool? curable = MayBeCured(state.ErrorCode);
        string? suggestion = state.FallbackModel is { } model && state.ErrorSuggestion == model ? RefusalAdvice.Fallback(model) : state.ErrorSuggestion?.Trim();
        string advice = suggestion ?? curable switch
        {
            true => "A new submission may succeed.",
            false => "The same request will fail again; change it first.",
            null => "",
        };
        return new EvolinkTaskFailedException($"The task ended as {state.Status}{code}{why}. {advice}".TrimEnd(), origin.Id, response.Snapshot())
        {
            Status = state.Status,
            Code = state.ErrorCode,
            Suggestion = state.ErrorSuggestion,
            FallbackModel = state.FallbackModel,
            MayBeCured = curable,
            RequestId = response.RequestId,
            IdempotencyKey = origin.IdempotencyKey,
        };
    }

    private static bool? MayBeCured(string? code) => code switch
    {
        "generation_timeout" or "quota_exceeded" or "resource_exhausted" or "generation_failed_no_content" or "service_error"
            or "service_unavailable" or "unknown_error" => true,
        "content_policy_violation" or "invalid_parameters" or "image_dimension_mismatch" or "image_processing_error" or "request_cancelled"
            or "resource_not_found" => false,
        _ => null,
    };
}
