using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Evolink.Tests.Scenarios;

/// <summary>What a program plugs into a client, and what throws whenever it is called. Listeners are the process's: they throw in the flow that made them alone.</summary>
internal sealed class Troublemaker : ILoggerFactory, ILogger, IDisposable
{
    private static readonly AsyncLocal<Troublemaker?> s_current = new();

    private readonly Func<Exception> _trouble;
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements;

    public Troublemaker(Func<Exception> trouble)
    {
        _trouble = trouble;
        s_current.Value = this;
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Evolink",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => At == "sample" ? Throw<ActivitySamplingResult>() : ActivitySamplingResult.AllData,
            ActivityStarted = _ => Throw(At == "started"),
            ActivityStopped = _ => Throw(At == "stopped"),
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Evolink") listener.EnableMeasurementEvents(instrument);
            },
        };
        _measurements.SetMeasurementEventCallback<double>((_, _, _, _) => Throw(At == "measured"));
        _measurements.SetMeasurementEventCallback<long>((_, _, _, _) => Throw(At == "measured"));
        _measurements.Start();
    }

    /// <summary>Which of the plug-ins throws: log, enabled, factory, sample, started, stopped or measured.</summary>
    public string At { get; init; } = "";

    /// <summary>How often it has thrown.</summary>
    public int Times { get; private set; }

    public ILogger CreateLogger(string categoryName) => At == "factory" ? Throw<ILogger>() : this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => At == "enabled" ? Throw<bool>() : At == "log";

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Throw<bool>();

    public void Dispose()
    {
        _activities.Dispose();
        _measurements.Dispose();
        s_current.Value = null;
    }

    private void Throw(bool isTime)
    {
        if (isTime && ReferenceEquals(s_current.Value, this)) Throw<bool>();
    }

    private T Throw<T>()
    {
        if (At == "sample" && !ReferenceEquals(s_current.Value, this)) return default!;
        Times++;
        throw _trouble();
    }
}
