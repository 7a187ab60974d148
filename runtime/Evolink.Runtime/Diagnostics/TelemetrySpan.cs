using System.Diagnostics;

namespace Evolink.Runtime.Diagnostics;

/// <summary>An activity; its listeners' exceptions reach no call. It is the current one until it is disposed.</summary>
internal sealed class TelemetrySpan : IDisposable
{
    private readonly Activity _activity;
    private readonly Activity? _before;

    private TelemetrySpan(Activity activity, Activity? before) => (_activity, _before) = (activity, before);

    public ActivityContext Context => _activity.Context;

    /// <summary>Starts an activity; null where nobody listens, or where a listener throws.</summary>
    public static TelemetrySpan? Start(Func<Activity?> start)
    {
        Activity? before = Activity.Current;
        if (ListenerGuard.Query(start, static start => start()) is { } activity) return new TelemetrySpan(activity, before);

        // A listener that throws at the start leaves its activity behind as the current one.
        MakeCurrent(before);
        return null;
    }

    public TelemetrySpan SetTag(string name, object? value)
    {
        _activity.SetTag(name, value);
        return this;
    }

    public void SetStatus(ActivityStatusCode status, string description) => _activity.SetStatus(status, description);

    public void Dispose()
    {
        ListenerGuard.Notify(_activity, static activity => activity.Dispose());

        // A listener that throws at the end does the same.
        if (ReferenceEquals(Activity.Current, _activity)) MakeCurrent(_before);
    }

    /// <summary>Makes an activity the current one, which raises an event that others handle.</summary>
    public static void MakeCurrent(Activity? activity)
    {
        if (!ReferenceEquals(Activity.Current, activity)) ListenerGuard.Notify(activity, static activity => Activity.Current = activity);
    }
}
