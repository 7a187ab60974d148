namespace Evolink.Runtime.Diagnostics;

/// <summary>Calls loggers and telemetry listeners, which watch a call and must not change it.</summary>
/// <remarks>
/// Whatever they throw ends here, an OperationCanceledException too: between the moment that a task is paid for and the moment that the
/// caller holds its id, an exception of a log sink would lose the id. Nobody is told, since whoever could be told has just failed.
/// </remarks>
internal static class ListenerGuard
{
    public static void Notify<TState>(TState state, Action<TState> notify)
    {
        try
        {
            notify(state);
        }
        catch (Exception)
        {
            // See above: a listener's failure is not the call's.
        }
    }

    /// <summary>What the listener returns; the default of <typeparamref name="T"/> where it throws.</summary>
    public static T? Query<TState, T>(TState state, Func<TState, T?> query)
    {
        try
        {
            return query(state);
        }
        catch (Exception)
        {
            // See above: a listener's failure is not the call's.
            return default;
        }
    }
}
