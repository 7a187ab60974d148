namespace Evolink.Runtime.Configuration;

/// <summary>A copy of <see cref="PollingOptions"/>.</summary>
internal sealed class PollingSettings(PollingOptions options)
{
    public TimeSpan MinimumInterval { get; } = options.MinimumInterval;
    public TimeSpan MaximumInterval { get; } = options.MaximumInterval;
    public TimeSpan? Timeout { get; } = options.Timeout;
    public double RequestsPerSecond { get; } = options.RequestsPerSecond;
    public bool UseBatch { get; } = options.UseBatch;
}
