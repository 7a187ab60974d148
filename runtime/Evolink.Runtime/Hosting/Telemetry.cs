using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Evolink;

/// <summary>The ActivitySource and the Meter <c>Evolink</c>. Without a listener they cost a null check.</summary>
internal static class Telemetry
{
    private const string Name = "Evolink";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);

    // The customary histograms end at 82 seconds; videos take minutes.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 90, 120, 180, 300, 600, 1200, 2400, 3600],
    };

    private static readonly Histogram<double> RequestDuration =
        Meter.CreateHistogram("evolink.client.request.duration", "s", "Duration of one attempt of a call", tags: null, Buckets);

    private static readonly Histogram<double> WaitDuration =
        Meter.CreateHistogram("evolink.client.wait.duration", "s", "Duration of a wait for a task, by how it ended", tags: null, Buckets);

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("evolink.client.retries", "{retry}", "Repeated attempts");

    public static Counter<long> Submitted { get; } = Meter.CreateCounter<long>("evolink.client.tasks.submitted", "{task}", "Tasks created");

    public static Counter<long> DownloadedBytes { get; } = Meter.CreateCounter<long>("evolink.client.downloaded", "By", "Bytes of results received");

    public static KeyValuePair<string, object?> Operation(ApiOperation operation) => new("evolink.operation", operation.Id);

    public static Activity? StartCreate(ApiOperation operation) =>
        Activities.StartActivity("evolink.create", ActivityKind.Client)?.SetTag("evolink.operation", operation.Id);

    /// <summary>A wait is linked to the create, not its child: it may begin in another process, hours later.</summary>
    public static Activity? StartWait(string taskId, ActivityContext create) => !Activities.HasListeners()
        ? null
        : Activities.StartActivity(
            ActivityKind.Internal, tags: [new("evolink.task.id", taskId)], links: create == default ? null : [new ActivityLink(create)], name: "evolink.wait");

    public static Activity? StartDownload(string taskId) => Activities.StartActivity("evolink.download", ActivityKind.Client)?.SetTag("evolink.task.id", taskId);

    public static void Request(ApiOperation operation, Attempt attempt, TimeSpan elapsed)
    {
        if (!RequestDuration.Enabled) return;
        TagList tags = [Operation(operation), attempt.Answer is { } answer ? new("http.response.status_code", (int)answer.StatusCode) : new("error.type", attempt.Failure!.GetType().Name)];
        RequestDuration.Record(elapsed.TotalSeconds, tags);
    }

    public static void Waited(string outcome, TimeSpan elapsed)
    {
        if (WaitDuration.Enabled) WaitDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("evolink.outcome", outcome));
    }
}
