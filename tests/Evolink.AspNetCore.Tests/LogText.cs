using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Evolink.AspNetCore.Tests;

/// <summary>All that a host logs, whatever its level, with exceptions.</summary>
internal sealed class LogText : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, string Text)> _lines = new();

    /// <summary>What this product's own categories have logged.</summary>
    public string Own => string.Join('\n', _lines.Where(static line => line.Category.StartsWith("Evolink", StringComparison.Ordinal)).Select(static line => line.Text));

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(LogText owner, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner._lines.Enqueue((name, $"{formatter(state, exception)} {exception}"));
    }
}
