namespace Evolink;

/// <summary>What became of a submission, as far as somebody knows.</summary>
public readonly record struct SubmissionOutcome
{
    private SubmissionOutcome(string? taskId, bool isNotCreated) => (TaskId, IsNotCreated) = (taskId, isNotCreated);

    /// <summary>Nobody knows; the job becomes <see cref="JobState.OutcomeUnknown"/>.</summary>
    public static SubmissionOutcome Unknown => default;

    /// <summary>Certainly nothing was created; the request is sent again, as soon as the first send can be under way no more.</summary>
    public static SubmissionOutcome NotCreated { get; } = new(null, isNotCreated: true);

    /// <summary>The task that was created; null where none is known.</summary>
    public string? TaskId { get; }

    /// <summary>Whether it is certain that nothing was created.</summary>
    public bool IsNotCreated { get; }

    /// <summary>A task was created.</summary>
    /// <exception cref="ArgumentException">The id is null or empty.</exception>
    public static SubmissionOutcome Created(string taskId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(taskId);
        return new SubmissionOutcome(taskId, isNotCreated: false);
    }
}
