using System.Diagnostics;
using System.Diagnostics.Metrics;
using Evolink.Tests.Support;

namespace Evolink.Tests.Diagnostics;

/// <summary>Those who listen to .NET's own telemetry of HTTP.</summary>
[Collection(Alone.Name)]
public sealed class HttpTelemetryTests
{
    private static readonly AsyncLocal<bool> s_isOwn = new();

    [Theory]
    [InlineData("started")]
    [InlineData("stopped")]
    [InlineData("http.client.request.duration")]
    [InlineData("http.client.active_requests")]
    public async Task AListenerThatThrows_LosesNoId(string at)
    {
        int thrown = 0;
        using ActivityListener activities = Activities(_ => Throw("started"), _ => Throw("stopped"));
        using MeterListener measurements = Measurements((instrument, _, _) => Throw(instrument.Name));
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        using TestClient client = new(server.Options());
        s_isOwn.Value = true;

        GenerationTask<TestTask> task = await client.SubmitAsync(new TestRequest());

        Assert.Equal("task-unified-1", task.Id);
        Assert.Single(server.Requests);
        Assert.NotEqual(0, thrown);

        void Throw(string place)
        {
            if (place != at || !s_isOwn.Value) return;
            thrown++;
            throw new InvalidOperationException("The listener is broken.");
        }
    }

    [Fact]
    public async Task ARequest_IsReportedAsDotNetDoesIt_Once_AndCarriesItsTrace()
    {
        List<Activity> spans = [];
        List<string> measured = [];
        using ActivityListener activities = Activities(_ => { }, activity =>
        {
            if (s_isOwn.Value) spans.Add(activity);
        });
        using MeterListener measurements = Measurements((instrument, value, tags) =>
        {
            if (s_isOwn.Value) measured.Add($"{instrument.Name} {(value > 0 ? '+' : '-')} {string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
        });
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        using TestClient client = new(server.Options());
        s_isOwn.Value = true;

        await client.SubmitAsync(new TestRequest());

        Activity span = Assert.Single(spans);
        Assert.Equal(("System.Net.Http.HttpRequestOut", "POST", ActivityKind.Client), (span.OperationName, span.DisplayName, span.Kind));
        Assert.Equal((200, new Uri(server.Address, "/v1/videos/generations").AbsoluteUri), (span.GetTagItem("http.response.status_code"), span.GetTagItem("url.full")));
        Assert.Equal(span.Id, RawConnection.Header(Assert.Single(server.Requests), "traceparent"));
        string common = $"http.request.method=POST server.address=127.0.0.1 server.port={server.Address.Port} url.scheme=http";
        Assert.Equal(
            [$"http.client.active_requests + {common}", $"http.client.active_requests - {common}", $"http.client.request.duration + {common} http.response.status_code=200 network.protocol.version=1.1"],
            measured);
    }

    private static ActivityListener Activities(Action<Activity> started, Action<Activity> stopped)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = started,
            ActivityStopped = stopped,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measurements(Action<Instrument, double, KeyValuePair<string, object?>[]> measured)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "System.Net.Http") listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured(instrument, value, tags.ToArray()));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured(instrument, value, tags.ToArray()));
        listener.Start();
        return listener;
    }
}
