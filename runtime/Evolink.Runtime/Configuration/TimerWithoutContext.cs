namespace Evolink.Runtime.Configuration;

/// <summary>Timers that outlive the call which made them: they must not carry its context into every other.</summary>
internal static class TimerWithoutContext
{
    /// <summary>A timer that is not set yet.</summary>
    public static ITimer Create(TimeProvider time, TimerCallback callback, object state)
    {
        bool isSuppressed = ExecutionContext.IsFlowSuppressed();
        if (!isSuppressed) ExecutionContext.SuppressFlow();
        try
        {
            return time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (!isSuppressed) ExecutionContext.RestoreFlow();
        }
    }
}
