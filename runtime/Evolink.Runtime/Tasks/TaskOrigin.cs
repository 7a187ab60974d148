using System.Diagnostics;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <summary>What is known of a task from its beginning.</summary>
/// <param name="Family">How it is queried.</param>
/// <param name="Id">The task.</param>
/// <param name="IdempotencyKey">Of its create; null for a resumed task.</param>
/// <param name="First">What the create answered; null for a resumed task.</param>
/// <param name="CreatedAt">When the create was answered, as a timestamp of the client's clock.</param>
/// <param name="Create">The span of the create, to link waits to.</param>
internal sealed record TaskOrigin(TaskFamily Family, string Id, string? IdempotencyKey, TaskState? First, long CreatedAt, ActivityContext Create)
{
    /// <summary>The model that the create asked for; null for a resumed task.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the create was answered from memory.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>The create's response where the task had ended by then: some are answered at once. Null for any other.</summary>
    public TaskResponse? End { get; init; }
}
