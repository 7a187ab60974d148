using System.Diagnostics;
using System.Diagnostics.Metrics;
using Evolink.Runtime.Diagnostics;

namespace Evolink.Jobs.Diagnostics;

/// <summary>The ActivitySource and the Meter <c>Evolink.Jobs</c>. Ids are on spans alone; metrics have states and models.</summary>
internal static class JobTelemetry
{
    private const string Name = "Evolink.Jobs";

    private static readonly ActivitySource? s_activities = ListenerGuard.Query(Name, static name => new ActivitySource(name));
    private static readonly Meter s_meter = new(Name);
    private static readonly GuardedCounter s_enqueued = Counter("evolink.jobs.enqueued", "Jobs enqueued");
    private static readonly GuardedCounter s_ended = Counter("evolink.jobs.ended", "Jobs that have ended, by their state");

    // From seconds to a day: a job waits for its turn, for its task and for its files.
    private static readonly Histogram<double>? s_duration = ListenerGuard.Query(Name, static _ => s_meter.CreateHistogram(
        "evolink.jobs.duration", "s", "From enqueueing to the end", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 10, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 21600, 86400] }));

    public static void Enqueued(GenerationJob job) => s_enqueued.Add(1, Model(job));

    public static void Ended(GenerationJob job)
    {
        KeyValuePair<string, object?> state = new("evolink.job.state", job.State.ToString());
        s_ended.Add(1, Model(job), state);
        if (s_duration is { Enabled: true } && job.EndedAt - job.CreatedAt is { } elapsed)
        {
            ListenerGuard.Notify((elapsed, model: Model(job), state), static ended => s_duration.Record(ended.elapsed.TotalSeconds, ended.model, ended.state));
        }
    }

    /// <summary>The time for which one process drives a job.</summary>
    public static TelemetrySpan? StartJob(GenerationJob job) => s_activities?.HasListeners() != true
        ? null
        : TelemetrySpan.Start(() => s_activities.StartActivity("evolink.job", ActivityKind.Internal))?.SetTag("evolink.job.id", job.Id).SetTag("evolink.model", job.CurrentModel);

    private static KeyValuePair<string, object?> Model(GenerationJob job) => new("evolink.model", job.CurrentModel);

    private static GuardedCounter Counter(string name, string description) =>
        new(ListenerGuard.Query((name, description), static made => s_meter.CreateCounter<long>(made.name, "{job}", made.description)));
}
