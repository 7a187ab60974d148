namespace Evolink.Jobs.Core;

/// <summary>Something that happened to a job. Events are facts: applying one twice, or to a job that has moved on, does no harm.</summary>
internal abstract record JobEvent
{
    private JobEvent()
    {
    }

    /// <summary>A process took the job up: after a restart, or from another one.</summary>
    public sealed record TakenUp : JobEvent;

    /// <summary>The limits let the job pass.</summary>
    /// <param name="Credits">What it is expected to cost; null where nobody knows.</param>
    public sealed record Admitted(decimal? Credits) : JobEvent;

    /// <summary>The server named the task of a submission.</summary>
    public sealed record Created(string Key, string TaskId, decimal? Credits) : JobEvent;

    /// <summary>A submission certainly created nothing.</summary>
    public sealed record NotCreated(string Key, JobError Error, Refusal Refusal, DateTimeOffset RetryAt) : JobEvent
    {
        /// <summary>Whether that is known of every send of it, and not of the last one alone.</summary>
        public bool IsOfAllSends { get; init; }
    }

    /// <summary>A submission was sent, and its outcome is not known.</summary>
    public sealed record Lost(string Key, JobError Error) : JobEvent;

    /// <summary>Nobody who was asked knows the outcome of a submission.</summary>
    public sealed record StillUnknown(string Key, JobError Error) : JobEvent;

    /// <summary>The task is completed.</summary>
    public sealed record TaskCompleted(string TaskId, string Result) : JobEvent;

    /// <summary>The task ended without a result.</summary>
    public sealed record TaskFailed(string TaskId, JobError Error, bool IsCancelled, bool MayFallBack, string? Result) : JobEvent;

    /// <summary>The task cannot be followed any further: it is gone, or took too long.</summary>
    public sealed record TaskGone(string TaskId, JobError Error) : JobEvent
    {
        /// <summary>Whether the service says that there is no such task.</summary>
        public bool IsMissing { get; init; }
    }

    /// <summary>The files are where they should be.</summary>
    public sealed record Saved(string TaskId, IReadOnlyList<string> Files) : JobEvent;

    /// <summary>The results are no longer served.</summary>
    public sealed record ResultsGone(string TaskId, JobError Error, IReadOnlyList<string> Files) : JobEvent;

    /// <summary>The owner wants no more of it.</summary>
    public sealed record CancelRequested : JobEvent;

    /// <summary>Somebody found the task of an unknown outcome.</summary>
    public sealed record Resolved(string TaskId) : JobEvent;

    /// <summary>Somebody gave an unknown outcome up.</summary>
    public sealed record Abandoned : JobEvent;
}

/// <summary>Why a submission created nothing, as far as it decides what comes next.</summary>
internal enum Refusal
{
    /// <summary>It may pass later.</summary>
    Later,

    /// <summary>The model is to blame; another may take it.</summary>
    Model,

    /// <summary>It will not pass.</summary>
    Final,
}
