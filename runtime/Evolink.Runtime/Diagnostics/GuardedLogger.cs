using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evolink.Runtime.Diagnostics;

/// <summary>A logger of the caller's; its exceptions reach no call.</summary>
internal sealed class GuardedLogger(ILogger logger) : ILogger
{
    /// <summary>The logger of a category; one that says nothing where there is no factory, or where the factory throws.</summary>
    public static ILogger From(ILoggerFactory? factory, string category) =>
        ListenerGuard.Query((factory, category), static from => from.factory?.CreateLogger(from.category)) is { } logger ? new GuardedLogger(logger) : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => ListenerGuard.Query((logger, logLevel), static call => call.logger.IsEnabled(call.logLevel));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => ListenerGuard.Query((logger, state), static call => call.logger.BeginScope(call.state));

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        ListenerGuard.Notify((logger, logLevel, eventId, state, exception, formatter), static entry => entry.logger.Log(entry.logLevel, entry.eventId, entry.state, entry.exception, entry.formatter));
}
