using System.Text.Json.Nodes;

namespace Evolink;

/// <summary>The life of a task: what its query answers as time goes by.</summary>
public sealed record TaskScript
{
    /// <summary>The statuses in the order of their offsets; before the first the task is pending.</summary>
    public required IReadOnlyList<TaskStep> Steps { get; init; }

    /// <summary>The result URLs of a completed task, sent as they are.</summary>
    /// <value>The default is null: one file that the simulator serves itself.</value>
    public IReadOnlyList<string>? Results { get; init; }

    /// <summary>The <c>result_data</c> of a completed task, instead of result URLs.</summary>
    /// <value>The default is null: what the spec has as <c>x-evolink-result-data</c>, if anything.</value>
    public JsonNode? ResultData { get; init; }

    /// <summary>Why a failed task failed.</summary>
    /// <value>The default is null: the query's response then has no <c>error</c>.</value>
    public TaskFailure? Error { get; init; }

    /// <summary>Edits each response about the task before it is sent: members that are missing, of another kind or out of range.</summary>
    /// <value>The default is null: the answers are as the spec has them.</value>
    public Action<JsonObject>? Edit { get; init; }

    /// <summary>A task that completes.</summary>
    public static TaskScript Completing(TimeSpan pendingFor, TimeSpan processingFor) => new()
    {
        Steps = [new(TimeSpan.Zero, "pending"), new(pendingFor, "processing"), new(pendingFor + processingFor, "completed")],
    };

    /// <summary>A task that is processed and then fails; its credits come back.</summary>
    public static TaskScript Failing(TimeSpan after, TaskFailure? error) => new()
    {
        Steps = [new(TimeSpan.Zero, "processing", 40), new(after, "failed")],
        Error = error,
    };

    /// <summary>A task that is cancelled; its credits come back.</summary>
    public static TaskScript Cancelled(TimeSpan after) => new()
    {
        Steps = [new(TimeSpan.Zero, "processing", 40), new(after, "cancelled")],
    };
}

/// <summary>A status that a task takes.</summary>
/// <param name="After">When, counted from the task's creation.</param>
/// <param name="Status">The status on the wire, known or not; null leaves the member out.</param>
/// <param name="Progress">The progress on the wire; null lets it rise towards the next step.</param>
public sealed record TaskStep(TimeSpan After, string? Status, int? Progress = null);

/// <summary>The <c>error</c> of a failed task.</summary>
/// <param name="Code">A business code such as <c>content_policy_violation</c>.</param>
/// <param name="Message">An explanation; may have several lines.</param>
/// <param name="Suggestion">What to try instead; left out if null.</param>
public sealed record TaskFailure(string Code, string Message, string? Suggestion = null);
