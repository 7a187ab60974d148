namespace Evolink.Jobs.Worker;

/// <summary>A clock that goes wrong by so much. Its timers do not.</summary>
internal sealed class SkewedClock(TimeSpan skew) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
}
