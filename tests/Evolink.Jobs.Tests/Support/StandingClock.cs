namespace Evolink.Jobs.Tests.Support;

/// <summary>A clock that moves when a test says so. It has no timers.</summary>
internal sealed class StandingClock : TimeProvider
{
    public TimeSpan Now { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}
