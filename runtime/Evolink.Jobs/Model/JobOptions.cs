namespace Evolink;

/// <summary>What is wanted of a job.</summary>
public sealed record JobOptions
{
    /// <summary>
    /// A name of your own that makes enqueueing idempotent: the same key and request give the same job, however often they are enqueued;
    /// the same key and another request are an error.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is none: every call makes a job. At most 256 characters.</value>
    public string? Key { get; init; }

    /// <summary>Where the result files are saved: a folder, or what the <see cref="IResultSink"/> of the host takes it for. A relative folder is one of the current directory at the time of enqueueing.</summary>
    /// <value>The default, <see langword="null"/>, is nowhere: the job is completed as soon as its task is.</value>
    public string? SaveTo { get; init; }

    /// <summary>The most credits that the job may cost. Compared with the estimate before the request is sent; what is not known cannot be compared.</summary>
    /// <value>The default, <see langword="null"/>, is no limit.</value>
    public decimal? MaxCredits { get; init; }

    /// <summary>Models that are tried one after another where the request's own model is not available or its task fails for a reason that another model may not share. Each gets the same request with its own model; one that does not take it is passed over.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> FallbackModels { get; init; } = [];

    /// <summary>What is done where a send has begun and nothing says what became of it.</summary>
    /// <value>The default, <see langword="null"/>, is what the client does: <see cref="EvolinkOptions.SubmitRetry"/>.</value>
    public SubmitRetry? SubmitRetry { get; init; }

    /// <summary>How long a created task may take. After that the job is <see cref="JobState.Expired"/>; the task itself goes on and is paid for.</summary>
    /// <value>The default is 24 hours.</value>
    public TimeSpan ExpiresAfter { get; init; } = TimeSpan.FromHours(24);
}
