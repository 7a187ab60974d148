namespace Evolink.Jobs.Running;

/// <summary>When this process last went through its queue without a failure.</summary>
internal sealed class JobPulse(TimeProvider time)
{
    private long _beatAt = time.GetTimestamp();

    /// <summary>How long that is ago; where it was never done, how long the process is there.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref _beatAt));

    public void Beat() => Volatile.Write(ref _beatAt, time.GetTimestamp());
}
