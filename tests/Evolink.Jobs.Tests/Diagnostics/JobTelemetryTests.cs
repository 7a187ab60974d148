using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Diagnostics;

/// <summary>What a listener of <c>Evolink.Jobs</c> learns.</summary>
public sealed class JobTelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AJob_IsASpan_AndIsCounted()
    {
        ConcurrentQueue<Activity> spans = [];
        using ActivityListener activities = new()
        {
            ShouldListenTo = static source => source.Name == "Evolink.Jobs",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(activities);
        ConcurrentQueue<string> counted = [];
        using MeterListener meters = new() { InstrumentPublished = static (instrument, listener) => { if (instrument.Meter.Name == "Evolink.Jobs") listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Enqueue($"{instrument.Name} {value} {Text(tags)}"));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => counted.Enqueue($"{instrument.Name} {Text(tags)}"));
        meters.Start();

        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync();
        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);
        await host.StopAsync(Token);

        Assert.Contains(spans, span => span.OperationName == "evolink.job" && Equals(span.GetTagItem("evolink.job.id"), end.Id) && Equals(span.GetTagItem("evolink.model"), end.Model));
        Assert.Contains($"evolink.jobs.enqueued 1 evolink.model={end.Model}", counted);
        Assert.Contains($"evolink.jobs.ended 1 evolink.model={end.Model},evolink.job.state=Completed", counted);
        Assert.Contains($"evolink.jobs.duration evolink.model={end.Model},evolink.job.state=Completed", counted);
        Assert.DoesNotContain(counted, line => line.Contains(end.Id, StringComparison.Ordinal) || line.Contains(end.TaskId!, StringComparison.Ordinal));
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(',', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"));
}
