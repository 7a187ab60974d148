using Evolink.Runtime.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Diagnostics;

/// <summary>What the jobs log: ids, states and reasons; never a request.</summary>
internal static partial class JobLog
{
    /// <summary>The logger of all that the jobs do.</summary>
    public static ILogger CreateLogger(ILoggerFactory? loggers) => GuardedLogger.From(loggers, "Evolink.Jobs");

    [LoggerMessage(1, LogLevel.Information, "The job {JobId} is {State} (task {TaskId})")]
    public static partial void Changed(ILogger logger, string jobId, JobState state, string? taskId);

    [LoggerMessage(2, LogLevel.Warning, "The outcome of the job {JobId} is unknown: it was sent under the key {Key} and may be billed; it is not sent again")]
    public static partial void Unknown(ILogger logger, string jobId, string key);

    [LoggerMessage(3, LogLevel.Warning, "The job {JobId} could not be {Step} ({Failure}); it is tried again in {Delay}")]
    public static partial void Retrying(ILogger logger, string jobId, string step, string failure, TimeSpan delay);

    [LoggerMessage(4, LogLevel.Critical, "The job {JobId} (task {TaskId}) could not be stored ({Failure}); it is tried again")]
    public static partial void NotStored(ILogger logger, string jobId, string? taskId, string failure);

    [LoggerMessage(5, LogLevel.Error, "Another process drives the jobs of the shard {Shard}; this one stops driving them")]
    public static partial void LeaseLost(ILogger logger, int shard);

    [LoggerMessage(6, LogLevel.Error, "Driving the job {JobId} broke off; it is taken up again")]
    public static partial void BrokenOff(ILogger logger, string jobId, Exception cause);

    [LoggerMessage(7, LogLevel.Error, "The store of the jobs failed; it is asked again in {Delay}")]
    public static partial void StoreFailed(ILogger logger, TimeSpan delay, Exception cause);

    [LoggerMessage(8, LogLevel.Information, "Driving the jobs of this store with the epoch {Epoch}")]
    public static partial void Driving(ILogger logger, long epoch);

    [LoggerMessage(9, LogLevel.Warning, "{What} of the job {JobId} threw {Failure}")]
    public static partial void Ignored(ILogger logger, string what, string jobId, string failure);

    [LoggerMessage(10, LogLevel.Error, "The stored job {JobId} cannot be read: its column {Column} {Reason}. It is left as it is and driven by nobody; the others go on")]
    public static partial void Unreadable(ILogger logger, string jobId, string column, string reason);

    [LoggerMessage(11, LogLevel.Information, "{Count} jobs that ended longer than {Age} ago were deleted")]
    public static partial void Purged(ILogger logger, int count, TimeSpan age);

    [LoggerMessage(14, LogLevel.Error, "A callback of a sink, a resolver or another part of the host threw while what it belongs to was stopped")]
    public static partial void CallbackThrew(ILogger logger, Exception cause);

    [LoggerMessage(15, LogLevel.Warning, "{Chore} failed; it is tried again in {Delay}. The jobs go on")]
    public static partial void ChoreFailed(ILogger logger, string chore, TimeSpan delay, Exception cause);

    [LoggerMessage(16, LogLevel.Warning, "What was driven before the jobs were lost has not ended within {Patience}; this process goes on without waiting for it")]
    public static partial void StillBusy(ILogger logger, TimeSpan patience);
}
