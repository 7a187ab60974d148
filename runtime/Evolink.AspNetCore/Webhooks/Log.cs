using Microsoft.Extensions.Logging;

namespace Evolink.Webhooks;

/// <summary>What a host's log is told. No address is in it, since each is a secret for as long as it is good.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A callback said that the task {TaskId} has ended, and it has not. It is ignored.")]
    public static partial void NotEnded(ILogger logger, string taskId);

    [LoggerMessage(2, LogLevel.Warning, "The task {TaskId} that a callback speaks of could not be read.")]
    public static partial void NotRead(ILogger logger, string taskId, Exception error);

    [LoggerMessage(3, LogLevel.Error, "{Handler} threw for the task {TaskId}. The task is completed all the same; read it by its id.")]
    public static partial void HandlerThrew(ILogger logger, string handler, string taskId, Exception error);

    [LoggerMessage(4, LogLevel.Warning, "{Handler} could not be told that the task {TaskId} may have ended; it finds out by polling.")]
    public static partial void NotNotified(ILogger logger, string handler, string taskId, Exception error);

    [LoggerMessage(5, LogLevel.Error, "{Handler} has not ended within {Limit} for the task {TaskId}, and is not waited for any more. Other callbacks go on.")]
    public static partial void HandlerLate(ILogger logger, string handler, string taskId, TimeSpan limit);
}
