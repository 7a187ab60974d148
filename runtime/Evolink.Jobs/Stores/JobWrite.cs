namespace Evolink;

/// <summary>What became of a write to an <see cref="IJobStore"/>.</summary>
public enum JobWrite
{
    /// <summary>It is written, and the stored version is one more than the job's.</summary>
    Stored,

    /// <summary>The job has changed since it was read, or is gone; nothing was written.</summary>
    Conflict,

    /// <summary>Another process drives the job's shard by now; nothing was written.</summary>
    Fenced,
}
