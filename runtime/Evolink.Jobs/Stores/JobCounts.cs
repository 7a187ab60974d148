namespace Evolink;

/// <summary>How many jobs wait, run and need a person, and since when the first of them has been due.</summary>
/// <remarks>Counted from the columns of the table, and so with the jobs that cannot be read. Jobs that have ended are not counted: there may be millions, and they concern nobody.</remarks>
public sealed record JobCounts
{
    /// <summary>How many are <see cref="JobState.Queued"/>, <see cref="JobState.Submitting"/>, <see cref="JobState.Running"/>, <see cref="JobState.Saving"/> and <see cref="JobState.OutcomeUnknown"/>; a state that no job has is left out.</summary>
    public required IReadOnlyDictionary<JobState, int> ByState { get; init; }

    /// <summary>The earliest <see cref="GenerationJob.NotBefore"/> of the queued jobs that may be sent by now; null where none may.</summary>
    public DateTimeOffset? OldestDue { get; init; }

    /// <summary>How many are in a state.</summary>
    public int this[JobState state] => ByState.GetValueOrDefault(state);
}
