using Evolink.Runtime.Text;
using Microsoft.Extensions.Logging;

namespace Evolink.Runtime.Diagnostics;

/// <summary>
/// Everything that the client logs. Operations, ids and times; never a key, a body or a query string. Ids and statuses come from the
/// server, and are made printable: none of them begins a line of its own or colours a console.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} was answered {Status} in {Milliseconds:0} ms (request {RequestId})")]
    public static partial void Answered(ILogger logger, string operation, int status, double milliseconds, string? requestId);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} got no answer in {Milliseconds:0} ms: {Failure}, request {Phase}")]
    public static partial void NotAnswered(ILogger logger, string operation, RequestPhase phase, double milliseconds, string failure);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} is repeated (retry {Retry}) in {Delay}: {Reason}")]
    public static partial void Retrying(ILogger logger, string operation, int retry, TimeSpan delay, string reason);

    [LoggerMessage(4, LogLevel.Information, "{Operation} created the task {TaskId}", EventName = nameof(Submitted), SkipEnabledCheck = true)]
    private static partial void SubmittedCore(ILogger logger, string operation, string taskId);

    [LoggerMessage(5, LogLevel.Information, "The task {TaskId} ended as {Status} after a wait of {Seconds:0.0} s", EventName = nameof(Ended), SkipEnabledCheck = true)]
    private static partial void EndedCore(ILogger logger, string taskId, string status, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "The task {TaskId} has the status '{Status}', which this version does not know; the wait goes on", EventName = nameof(UnknownStatus), SkipEnabledCheck = true)]
    private static partial void UnknownStatusCore(ILogger logger, string taskId, string status);

    [LoggerMessage(7, LogLevel.Warning, "Asking for the task {TaskId} failed ({Failure}); the wait goes on", EventName = nameof(PollFailed), SkipEnabledCheck = true)]
    private static partial void PollFailedCore(ILogger logger, string taskId, string failure);

    [LoggerMessage(8, LogLevel.Warning, "The task {TaskId} is completed without usable results; it is asked for again", EventName = nameof(NoResults), SkipEnabledCheck = true)]
    private static partial void NoResultsCore(ILogger logger, string taskId);

    [LoggerMessage(9, LogLevel.Information, "A result of the task {TaskId} was downloaded: {Bytes} bytes", EventName = nameof(Downloaded), SkipEnabledCheck = true)]
    private static partial void DownloadedCore(ILogger logger, string taskId, long bytes);

    [LoggerMessage(10, LogLevel.Warning, "A download for the task {TaskId} broke off at {Bytes} bytes ({Failure}); it is resumed", EventName = nameof(DownloadResumed), SkipEnabledCheck = true)]
    private static partial void DownloadResumedCore(ILogger logger, string taskId, long bytes, string failure);

    public static void Submitted(ILogger logger, string operation, string taskId)
    {
        if (logger.IsEnabled(LogLevel.Information)) SubmittedCore(logger, operation, PrintableText.Escape(taskId));
    }

    public static void Ended(ILogger logger, string taskId, string status, double seconds)
    {
        if (logger.IsEnabled(LogLevel.Information)) EndedCore(logger, PrintableText.Escape(taskId), PrintableText.Escape(status), seconds);
    }

    public static void UnknownStatus(ILogger logger, string taskId, string status)
    {
        if (logger.IsEnabled(LogLevel.Warning)) UnknownStatusCore(logger, PrintableText.Escape(taskId), PrintableText.Escape(status));
    }

    public static void PollFailed(ILogger logger, string taskId, string failure)
    {
        if (logger.IsEnabled(LogLevel.Warning)) PollFailedCore(logger, PrintableText.Escape(taskId), PrintableText.Escape(failure));
    }

    public static void NoResults(ILogger logger, string taskId)
    {
        if (logger.IsEnabled(LogLevel.Warning)) NoResultsCore(logger, PrintableText.Escape(taskId));
    }

    public static void Downloaded(ILogger logger, string taskId, long bytes)
    {
        if (logger.IsEnabled(LogLevel.Information)) DownloadedCore(logger, PrintableText.Escape(taskId), bytes);
    }

    public static void DownloadResumed(ILogger logger, string taskId, long bytes, string failure)
    {
        if (logger.IsEnabled(LogLevel.Warning)) DownloadResumedCore(logger, PrintableText.Escape(taskId), bytes, PrintableText.Escape(failure));
    }
}
