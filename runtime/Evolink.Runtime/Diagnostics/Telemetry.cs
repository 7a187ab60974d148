using System.Diagnostics;
using System.Diagnostics.Metrics;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Diagnostics;

/// <summary>The ActivitySource and the Meter <c>Evolink</c>. Without a listener they cost a null check; one that throws affects no call.</summary>
internal static class Telemetry
{
    private const string Name = "Evolink";

    // Making a source or an instrument asks the listeners, too: one that throws there leaves the process without it.
    private static readonly ActivitySource? s_activities = ListenerGuard.Query(Name, static name => new ActivitySource(name));
    private static readonly Meter s_meter = new(Name);

    // The customary histograms end at 82 seconds; videos take minutes.
    private static readonly InstrumentAdvice<double> s_buckets = new()
    {
        HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 90, 120, 180, 300, 600, 1200, 2400, 3600],
    };

    private static readonly Histogram<double>? s_requestDuration = Duration("evolink.client.request.duration", "Duration of one attempt of a call");

    private static readonly Histogram<double>? s_waitDuration = Duration("evolink.client.wait.duration", "Duration of a wait for a task, by how it ended");

    public static GuardedCounter Retries { get; } = Counter("evolink.client.retries", "{retry}", "Repeated attempts");

    public static GuardedCounter Submitted { get; } = Counter("evolink.client.tasks.submitted", "{task}", "Tasks created");

    public static GuardedCounter DownloadedBytes { get; } = Counter("evolink.client.downloaded", "By", "Bytes of results received");

    public static KeyValuePair<string, object?> Operation(ApiOperation operation) => new("evolink.operation", operation.Id);

    public static TelemetrySpan? StartCreate(ApiOperation operation) =>
        Start("evolink.create", ActivityKind.Client)?.SetTag("evolink.operation", operation.Id);

    /// <summary>A wait is linked to the create, not its child: it may begin in another process, hours later.</summary>
    public static TelemetrySpan? StartWait(string taskId, ActivityContext create) => HasListeners ? StartObservedWait(taskId, create) : null;

    public static TelemetrySpan? StartDownload(string taskId) => Start("evolink.download", ActivityKind.Client)?.SetTag("evolink.task.id", PrintableText.Escape(taskId));

    /// <summary>One attempt of a call, with the status of its response or, where none came, the type of what went wrong.</summary>
    public static void Attempted(ApiOperation operation, int? statusCode, string? errorType, TimeSpan elapsed)
    {
        if (s_requestDuration is not { Enabled: true }) return;
        Record(s_requestDuration, elapsed, Operation(operation), statusCode is { } status ? new("http.response.status_code", status) : new("error.type", errorType));
    }

    public static void Waited(string outcome, TimeSpan elapsed)
    {
        if (s_waitDuration is { Enabled: true }) Record(s_waitDuration, elapsed, new KeyValuePair<string, object?>("evolink.outcome", outcome));
    }

    private static bool HasListeners => s_activities?.HasListeners() == true;

    private static TelemetrySpan? Start(string name, ActivityKind kind) => HasListeners ? StartObserved(name, kind) : null;

    // Apart, since what their functions capture is allocated where they begin: nothing is, without a listener.
    private static TelemetrySpan? StartObserved(string name, ActivityKind kind) => TelemetrySpan.Start(() => s_activities!.StartActivity(name, kind));

    private static TelemetrySpan? StartObservedWait(string taskId, ActivityContext create) => TelemetrySpan.Start(() => s_activities!.StartActivity(
        ActivityKind.Internal, tags: [new("evolink.task.id", PrintableText.Escape(taskId))], links: create == default ? null : [new ActivityLink(create)], name: "evolink.wait"));

    private static Histogram<double>? Duration(string name, string description) =>
        ListenerGuard.Query((name, description), static made => s_meter.CreateHistogram(made.name, "s", made.description, tags: null, s_buckets));

    private static GuardedCounter Counter(string name, string unit, string description) =>
        new(ListenerGuard.Query((name, unit, description), static made => s_meter.CreateCounter<long>(made.name, made.unit, made.description)));

    private static void Record(Histogram<double> histogram, TimeSpan elapsed, params KeyValuePair<string, object?>[] tags) =>
        ListenerGuard.Notify((histogram, elapsed, tags), static measured => measured.histogram.Record(measured.elapsed.TotalSeconds, measured.tags));
}
