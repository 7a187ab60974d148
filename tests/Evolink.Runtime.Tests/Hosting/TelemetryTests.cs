using System.Diagnostics;
using System.Diagnostics.Metrics;
using Evolink.Tests.Support;

namespace Evolink.Tests.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task ACreateAndItsWait_AreLinkedSpans_WithoutSecrets()
    {
        List<Activity> activities = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Evolink",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (activities) activities.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        ManualTimeProvider time = new();
        StubServer server = StubServer.Sequence(() => Task("pending"), () => Task("completed"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(time), http);

        await time.RunAsync(client.GenerateAsync(new TestRequest("a secret wish")));

        // Other tests run at the same time; this one's spans are those about its task.
        Activity[] own = [.. activities.Where(activity => Equals(activity.GetTagItem("evolink.task.id"), "task-telemetry"))];
        Activity create = Assert.Single(own, activity => activity.OperationName == "evolink.create");
        Activity wait = Assert.Single(own, activity => activity.OperationName == "evolink.wait");
        Assert.Equal(create.Context, Assert.Single(wait.Links).Context);
        Assert.Null(wait.ParentId);
        Assert.Equal("completed", wait.GetTagItem("evolink.outcome"));
        Assert.All(own.SelectMany(activity => activity.Tags), tag => Assert.DoesNotContain("secret", tag.Value ?? "", StringComparison.Ordinal));

        static HttpResponseMessage Task(string status) => StubServer.Json($"{{\"id\":\"task-telemetry\",\"status\":\"{status}\",\"results\":[\"https://r.test/1\"]}}");
    }

    [Fact]
    public async Task Metrics_HaveUnitsAndBucketsToAnHour_AndNoTaskIds()
    {
        List<(Instrument Instrument, string Tags)> measured = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Evolink") listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        listener.Start();
        ManualTimeProvider time = new();
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("completed", "\"results\":[\"https://r.test/1\"]")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(time), http);

        await time.RunAsync(client.GenerateAsync(new TestRequest()));

        (Instrument Instrument, string Tags)[] own;
        lock (measured) own = [.. measured];
        Assert.Contains(own, measurement => measurement.Instrument is Counter<long> { Name: "evolink.client.tasks.submitted", Unit: "{task}" });
        Histogram<double> wait = Assert.IsType<Histogram<double>>(own.First(measurement => measurement.Instrument.Name == "evolink.client.wait.duration").Instrument);
        Assert.Equal(("s", 3600d), (wait.Unit, wait.Advice!.HistogramBucketBoundaries![^1]));
        Assert.All(own, measurement => Assert.DoesNotContain("task-unified", measurement.Tags, StringComparison.Ordinal));

        void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured) measured.Add((instrument, string.Join(",", tags.ToArray())));
        }
    }
}
