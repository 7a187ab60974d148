using Microsoft.Extensions.Logging;

namespace Evolink.Tests.Support;

/// <summary>Keeps what is logged, a line each.</summary>
internal sealed class LogLines : ILoggerFactory, ILogger
{
    private readonly Lock _lock = new();

    public List<string> All { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock) All.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
