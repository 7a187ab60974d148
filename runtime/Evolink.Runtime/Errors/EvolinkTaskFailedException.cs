using System.Text.Json;

namespace Evolink;

/// <summary>The task ended as failed or cancelled. The vendor gives the credits of a failed task back.</summary>
public sealed class EvolinkTaskFailedException : EvolinkTaskException
{
    internal EvolinkTaskFailedException(string message, string taskId, JsonElement? snapshot)
        : base(message, taskId, snapshot)
    {
    }

    /// <summary>How the task ended.</summary>
    public GenerationStatus Status { get; internal init; }

    /// <summary>Why, as the server's code: <c>content_policy_violation</c>, <c>generation_timeout</c> … Null where the task has none.</summary>
    public string? Code { get; internal init; }

    /// <summary>What the server suggests to do.</summary>
    public string? Suggestion { get; internal init; }

    /// <summary>Another model that the server suggests (<c>fallback_suggestion</c>), by its id. Null where it suggests none.</summary>
    public string? FallbackModel { get; internal init; }

    /// <summary>Whether a new submission of the same request may succeed, as far as the code tells; null for a code that is not known.</summary>
    public bool? MayBeCured { get; internal init; }
}
