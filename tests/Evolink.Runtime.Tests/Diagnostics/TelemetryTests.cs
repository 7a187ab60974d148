using System.Diagnostics;
using System.Diagnostics.Metrics;
using Evolink.Runtime.Diagnostics;
using Evolink.Tests.Support;

namespace Evolink.Tests.Diagnostics;

public sealed class TelemetryTests
{
    [Fact]
    public async Task ACreateAndItsWait_AreLinkedSpans_WithoutSecrets()
    {
        List<Activity> activities = [];
        using ActivityListener listener = Listener(activities.Add);
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
    }

    [Fact]
    public async Task TheQuestionsOfAWait_BelongToItsSpan_AndNotToWhoeverMadeTheClient()
    {
        using ActivityListener listener = Listener(_ => { });
        using Activity maker = new Activity("maker").Start();
        ManualTimeProvider time = new();
        List<string?> seen = [];
        StubServer server = new(request =>
        {
            seen.Add($"{Activity.Current?.OperationName} {Activity.Current?.GetTagItem("evolink.task.id")}");
            return Task(request.Number < 3 ? "pending" : "completed");
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(time), http);
        maker.Stop();

        await time.RunAsync(client.Resume("task-telemetry").WaitAsync());

        Assert.Equal(Enumerable.Repeat("evolink.wait task-telemetry", 3), seen);
    }

    [Theory]
    [InlineData(true, "canceled", ActivityStatusCode.Unset)]
    [InlineData(false, "EvolinkApiException", ActivityStatusCode.Error)]
    public async Task ACancellation_IsNoError_AndAnErrorIsOne(bool isCanceled, string outcome, ActivityStatusCode status)
    {
        string id = "task-telemetry-" + outcome;
        List<Activity> activities = [];
        using ActivityListener listener = Listener(activities.Add);
        using CancellationTokenSource cancel = new();
        ManualTimeProvider time = new();
        StubServer server = new(_ =>
        {
            if (isCanceled) cancel.Cancel();
            return StubServer.Error(System.Net.HttpStatusCode.Unauthorized);
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(time), http);

        await Assert.ThrowsAnyAsync<Exception>(() => time.RunAsync(client.Resume(id).WaitAsync(cancellationToken: cancel.Token)));

        Activity wait = Assert.Single(activities, activity => Equals(activity.GetTagItem("evolink.task.id"), id));
        Assert.Equal((outcome, status), (wait.GetTagItem("evolink.outcome"), wait.Status));
    }

    [Fact]
    public void EveryInstrument_HasAUnit_AndADescription()
    {
        List<Instrument> instruments = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Evolink") instruments.Add(instrument);
            },
        };
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Telemetry).TypeHandle);
        listener.Start();

        Assert.Equal(
            ["evolink.client.downloaded By", "evolink.client.request.duration s", "evolink.client.retries {retry}", "evolink.client.tasks.submitted {task}", "evolink.client.wait.duration s"],
            instruments.Select(instrument => $"{instrument.Name} {instrument.Unit}").Order(StringComparer.Ordinal));
        Assert.All(instruments, instrument => Assert.NotEmpty(instrument.Description!));
        Assert.All(instruments.OfType<Histogram<double>>(), histogram => Assert.Equal(3600, histogram.Advice!.HistogramBucketBoundaries![^1]));
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

    private static HttpResponseMessage Task(string status) => StubServer.Json($"{{\"id\":\"task-telemetry\",\"status\":\"{status}\",\"results\":[\"https://r.test/1\"]}}");

    private static ActivityListener Listener(Action<Activity> stopped)
    {
        Lock one = new();
        ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Evolink",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (one) stopped(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
