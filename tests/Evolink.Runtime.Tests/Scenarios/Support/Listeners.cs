using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Evolink.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Evolink.Tests.Scenarios;

/// <summary>Hears everything that a client logs, traces and measures, and knows what it must not hear.</summary>
internal sealed class Listeners : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements;

    public Listeners()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Evolink",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _heard.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Evolink") listener.EnableMeasurementEvents(instrument);
            },
        };
        _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _heard.Enqueue(instrument.Name + string.Join(' ', tags.ToArray())));
        _measurements.SetMeasurementEventCallback<long>((instrument, _, tags, _) => _heard.Enqueue(instrument.Name + string.Join(' ', tags.ToArray())));
        _measurements.Start();
    }

    public void AssertNoSecrets(params IReadOnlyList<string> others)
    {
        Assert.NotEmpty(_heard);
        foreach (string secret in (string[])[TestApi.Key, TestApi.Key[3..20], .. others])
            Assert.DoesNotContain(_heard, line => line.Contains(secret, StringComparison.Ordinal));
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _heard.Enqueue(formatter(state, exception) + exception + string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? []));

    public void Dispose()
    {
        _activities.Dispose();
        _measurements.Dispose();
    }
}
