using Microsoft.Extensions.Logging;

namespace Evolink;

/// <summary>Everything that the client logs. Operations, ids and times; never a key, a body or a query string.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} was answered {Status} in {Milliseconds:0} ms (request {RequestId})")]
    public static partial void Answered(ILogger logger, string operation, int status, double milliseconds, string? requestId);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} got no answer in {Milliseconds:0} ms: {Failure}, request {Phase}")]
    public static partial void NotAnswered(ILogger logger, string operation, RequestPhase phase, double milliseconds, string failure);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} is repeated (retry {Retry}) in {Delay}: {Reason}")]
    public static partial void Retrying(ILogger logger, string operation, int retry, TimeSpan delay, string reason);

    [LoggerMessage(4, LogLevel.Information, "{Operation} created the task {TaskId}")]
    public static partial void Submitted(ILogger logger, string operation, string taskId);

    [LoggerMessage(5, LogLevel.Information, "The task {TaskId} ended as {Status} after a wait of {Seconds:0.0} s")]
    public static partial void Ended(ILogger logger, string taskId, string status, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "The task {TaskId} has the status '{Status}', which this version does not know; the wait goes on")]
    public static partial void UnknownStatus(ILogger logger, string taskId, string status);

    [LoggerMessage(7, LogLevel.Warning, "Asking for the task {TaskId} failed ({Failure}); the wait goes on")]
    public static partial void PollFailed(ILogger logger, string taskId, string failure);

    [LoggerMessage(8, LogLevel.Warning, "The task {TaskId} is completed without usable results; it is asked for again")]
    public static partial void NoResults(ILogger logger, string taskId);

    [LoggerMessage(9, LogLevel.Information, "A result of the task {TaskId} was downloaded: {Bytes} bytes")]
    public static partial void Downloaded(ILogger logger, string taskId, long bytes);

    [LoggerMessage(10, LogLevel.Warning, "A download for the task {TaskId} broke off at {Bytes} bytes ({Failure}); it is resumed")]
    public static partial void DownloadResumed(ILogger logger, string taskId, long bytes, string failure);
}
