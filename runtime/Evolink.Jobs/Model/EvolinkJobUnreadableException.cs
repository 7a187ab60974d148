namespace Evolink;

/// <summary>A stored job cannot be read: a newer version of the package wrote it, or something else has changed its row. The row is left as it is.</summary>
/// <remarks>
/// Nobody drives such a job until its row can be read again; all others go on. Lists leave it out, and the log names it once a process. Its task may be running and be paid for.
/// </remarks>
public sealed class EvolinkJobUnreadableException : EvolinkException
{
    /// <summary>Makes the exception, for stores of your own.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="column">The column that cannot be read.</param>
    /// <param name="reason">What is wrong with it, without its content.</param>
    /// <param name="innerException">What reading it threw.</param>
    public EvolinkJobUnreadableException(string jobId, string column, string reason, Exception? innerException = null)
        : base($"The stored job {jobId} cannot be read: its column '{column}' {reason}. The row is left as it is.", innerException)
    {
        JobId = jobId;
        Column = column;
        Reason = reason;
    }

    /// <summary>The job.</summary>
    public string JobId { get; }

    /// <summary>The column of its row that cannot be read.</summary>
    public string Column { get; }

    /// <summary>What is wrong with it; the content of the column is not in it.</summary>
    public string Reason { get; }
}
