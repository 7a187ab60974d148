using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evolink.Runtime.Diagnostics;

/// <summary>A logger of the caller's whose exceptions reach no call.</summary>
internal sealed class GuardedLogger(ILogger logger) : ILogger
{
    /// <summary>The logger of a category; one that says nothing where there is no factory, or where the factory throws.</summary>
    public static ILogger From(ILoggerFactory? factory, string category) =>
        Onlooker.Ask((factory, category), static from => from.factory?.CreateLogger(from.category)) is { } logger ? new GuardedLogger(logger) : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => Onlooker.Ask((logger, logLevel), static asked => asked.logger.IsEnabled(asked.logLevel));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => Onlooker.Ask((logger, state), static asked => asked.logger.BeginScope(asked.state));

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Onlooker.Tell((logger, logLevel, eventId, state, exception, formatter), static entry => entry.logger.Log(entry.logLevel, entry.eventId, entry.state, entry.exception, entry.formatter));
}
