using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;

namespace Evolink.Tool.Following;

/// <summary>A job in words, as JSON and as an exit code.</summary>
internal static class JobText
{
    public static int ExitCode(GenerationJob job) => job switch
    {
        { State: JobState.Completed } => ExitCodes.Done,
        { State: JobState.OutcomeUnknown } => ExitCodes.OutcomeUnknown,
        { State: JobState.Failed, Error.Code: "invalid_request" } => ExitCodes.InvalidRequest,
        { IsEnd: true } => ExitCodes.Failed,
        _ => ExitCodes.TimedOut,
    };

    /// <summary>How the job stands, such as <c>running</c> or <c>outcome unknown</c>.</summary>
    public static string State(GenerationJob job) => job.State == JobState.OutcomeUnknown ? "outcome unknown" : job.State.ToString().ToLowerInvariant();

    /// <summary>A state for scripts and agents, such as <c>running</c> or <c>outcome_unknown</c>.</summary>
    public static string Name(JobState state) => state == JobState.OutcomeUnknown ? "outcome_unknown" : state.ToString().ToLowerInvariant();

    /// <summary>The job's results: paths of files, else addresses, else the data that it made.</summary>
    public static IReadOnlyList<string> Results(GenerationJob job)
    {
        if (job.Files.Count > 0) return job.Files;
        if (job.Result is not { } json || JsonNode.Parse(json) is not JsonObject task) return [];
        if (task["results"] is JsonArray { Count: > 0 } results) return [.. results.Select(static result => result is JsonValue ? result.ToString() : JsonOutput.Format(result))];
        return [JsonOutput.Format(task["result_data"] ?? task)];
    }

    /// <summary>Why a job ended without its results, and what can be done.</summary>
    public static string Explain(GenerationJob job)
    {
        string reason = job.Error?.Message.TrimEnd() ?? "";
        if (reason.Length > 0 && reason[^1] is not ('.' or '!' or '?')) reason += ".";
        return job.State switch
        {
            JobState.OutcomeUnknown => $"It is not known whether the task of {job.Id} was created; it may be billed. {reason} When you know its task, from your account at https://evolink.ai/dashboard or from support: evolink jobs resolve {job.Id} TASK (or --abandon)",
            JobState.Expired => $"{job.Id} has expired. {reason}",
            JobState.Canceled => $"{job.Id} was cancelled. {reason}",
            JobState.Failed when job.TaskId is { } task => $"The task {task} failed. {reason}",
            JobState.Failed => reason,
            _ => $"{job.Id} is {State(job)}. {reason}".TrimEnd(),
        };
    }

    public static JsonObject ToJson(GenerationJob job) => new()
    {
        ["job"] = job.Id,
        ["model"] = job.CurrentModel,
        ["state"] = Name(job.State),
        ["progress"] = job.Progress,
        ["task"] = job.TaskId,
        ["credits"] = job.Credits,
        ["created_at"] = job.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
        ["ended_at"] = job.EndedAt?.ToString("O", CultureInfo.InvariantCulture),
        ["files"] = new JsonArray([.. job.Files.Select(static file => (JsonNode?)file)]),
        ["error"] = job.Error is { } error ? new JsonObject { ["code"] = error.Code, ["message"] = error.Message } : null,
        ["result"] = job.Result is { } result ? JsonNode.Parse(result) : null,
    };

    /// <summary>The request as it was sent.</summary>
    public static JsonElement Request(GenerationJob job) => JsonElement.Parse(job.Request);
}
