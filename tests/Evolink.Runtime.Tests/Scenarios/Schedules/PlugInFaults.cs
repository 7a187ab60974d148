using Evolink.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Evolink.Tests.Scenarios.Schedules;

/// <summary>What the program's own plug-ins do wrong in one run: a logger that throws now and then, progress handlers that throw at one of their reports.</summary>
internal sealed class PlugInFaults
{
    private readonly Random _random;

    public PlugInFaults(int seed) => _random = new Random(~seed);

    public void Apply(EvolinkOptions options)
    {
        if (_random.Next(3) == 0) options.LoggerFactory = new Logger(options.LoggerFactory!, _random.Next());
    }

    /// <summary>The handler of the next wait; null for none.</summary>
    public IProgress<TestTask>? Progress() => _random.Next(3) switch
    {
        0 => null,
        1 => new Handler(int.MaxValue, null!),
        _ => new Handler(_random.Next(1, 5), Trouble(_random.Next())),
    };

    private static Exception Trouble(int kind) => (kind % 4) switch
    {
        0 => new OperationCanceledException("The handler gave up."),
        1 => new InvalidOperationException("The handler is broken."),
        2 => new EvolinkTaskException("Another task's.", "another-task"),
        _ => new ObjectDisposedException("bar"),
    };

    private sealed class Handler(int at, Exception trouble) : IProgress<TestTask>
    {
        private int _reports;

        public void Report(TestTask value)
        {
            if (++_reports == at) throw trouble;
        }
    }

    // Called from many threads, and throws in a third of all calls.
    private sealed class Logger(ILoggerFactory factory, int seed) : ILoggerFactory, ILogger
    {
        private readonly ILogger _logger = factory.CreateLogger("");
        private readonly Random _random = new(seed);
        private readonly Lock _lock = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel)
        {
            ThrowNowAndThen();
            return true;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            _logger.Log(logLevel, eventId, state, exception, formatter);
            ThrowNowAndThen();
        }

        public void Dispose()
        {
        }

        private void ThrowNowAndThen()
        {
            int kind;
            lock (_lock) kind = _random.Next(12);
            if (kind < 4) throw Trouble(kind);
        }
    }
}
