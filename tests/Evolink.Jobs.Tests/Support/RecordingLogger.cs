using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Tests.Support;

/// <summary>Keeps what is logged, as the category of the jobs or as any other.</summary>
internal sealed class RecordingLogger : ILogger, ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>The lines that name something.</summary>
    public IEnumerable<string> Naming(string text) => Lines.Where(line => line.Contains(text, StringComparison.Ordinal));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }
}
