using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Evolink.Runtime.Diagnostics;

/// <summary>
/// What .NET reports of HTTP requests, under its names: the activity of <c>System.Net.Http</c> with its trace headers, the duration of a
/// request, and how many are active.
/// </summary>
/// <remarks>
/// .NET's own handlers report while they hold the response: a listener that throws there takes it away, and with it the id of a task that
/// is paid for. So the sockets of this client are silent, and this stands around them.
/// </remarks>
internal static class HttpTelemetry
{
    private const string Name = "System.Net.Http";

    private static readonly ActivitySource? s_activities = ListenerGuard.Query(Name, static name => new ActivitySource(name));
    private static readonly Meter s_meter = new(Name);

    // As .NET describes them, so that whoever collects them sees one instrument.
    private static readonly InstrumentAdvice<double> s_buckets = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] };

    private static readonly Histogram<double>? s_duration = ListenerGuard.Query(
        s_meter, static meter => meter.CreateHistogram("http.client.request.duration", "s", "Duration of HTTP client requests.", tags: null, s_buckets));

    private static readonly UpDownCounter<long>? s_active = ListenerGuard.Query(
        s_meter, static meter => meter.CreateUpDownCounter<long>("http.client.active_requests", "{request}", "Number of outbound HTTP requests that are currently active on the client."));

    /// <summary>Makes a handler's own telemetry silent.</summary>
    public static SocketsHttpHandler Silence(SocketsHttpHandler handler)
    {
        handler.ActivityHeadersPropagator = null;
        handler.MeterFactory = SilentMeters.Instance;
        return handler;
    }

    /// <summary>Sends a request, and reports it.</summary>
    public static Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        if (s_activities?.HasListeners() == true || s_duration is { Enabled: true } || s_active is { Enabled: true }) return SendObservedAsync(request, send, cancellationToken);
        Propagate(request);
        return send(request, cancellationToken);
    }

    private static async Task<HttpResponseMessage> SendObservedAsync(HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        KeyValuePair<string, object?>[] tags =
        [
            new("http.request.method", request.Method.Method), new("server.address", address.Host), new("server.port", address.Port), new("url.scheme", address.Scheme),
        ];
        using TelemetrySpan? span = Start(request.Method.Method, address);
        Propagate(request);
        long start = Stopwatch.GetTimestamp();
        CountActive(1, tags);
        KeyValuePair<string, object?>[] outcome = [];
        try
        {
            HttpResponseMessage response = await send(request, cancellationToken).ConfigureAwait(false);
            outcome = [new("http.response.status_code", (int)response.StatusCode), new("network.protocol.version", Version(response.Version))];
            if ((int)response.StatusCode >= 400) outcome = [.. outcome, ErrorType($"{(int)response.StatusCode}")];
            return response;
        }
        catch (Exception failure)
        {
            outcome = [ErrorType(failure.GetType().FullName)];
            throw;
        }
        finally
        {
            CountActive(-1, tags);
            Record(Stopwatch.GetElapsedTime(start), [.. tags, .. outcome]);
            Finish(span, outcome);
        }
    }

    private static KeyValuePair<string, object?> ErrorType(string? type) => new("error.type", type);

    private static string Version(Version version) => version.Minor == 0 && version.Major > 1 ? $"{version.Major}" : version.ToString();

    private static TelemetrySpan? Start(string method, Uri address)
    {
        if (s_activities?.HasListeners() != true) return null;
        TelemetrySpan? span = TelemetrySpan.Start(() =>
        {
            Activity? activity = s_activities.StartActivity("System.Net.Http.HttpRequestOut", ActivityKind.Client);
            activity?.DisplayName = method;
            return activity;
        });

        // As .NET does it: what a query holds is nobody's business.
        return span?.SetTag("http.request.method", method).SetTag("server.address", address.Host).SetTag("server.port", address.Port)
            .SetTag("url.full", address.GetLeftPart(UriPartial.Path) + (address.Query.Length > 0 ? "?*" : ""));
    }

    private static void Finish(TelemetrySpan? span, KeyValuePair<string, object?>[] outcome)
    {
        if (span is null) return;
        foreach ((string name, object? value) in outcome)
        {
            span.SetTag(name, value);
            if (name == "error.type") span.SetStatus(ActivityStatusCode.Error, "");
        }
    }

    private static void CountActive(long count, KeyValuePair<string, object?>[] tags)
    {
        if (s_active is { Enabled: true }) ListenerGuard.Notify((count, tags), static measured => s_active!.Add(measured.count, measured.tags));
    }

    private static void Record(TimeSpan elapsed, KeyValuePair<string, object?>[] tags)
    {
        if (s_duration is { Enabled: true }) ListenerGuard.Notify((elapsed, tags), static measured => s_duration!.Record(measured.elapsed.TotalSeconds, measured.tags));
    }

    private static void Propagate(HttpRequestMessage request)
    {
        if (Activity.Current is not { } activity || (AppContext.TryGetSwitch("System.Net.Http.EnableActivityPropagation", out bool isOn) && !isOn)) return;
        ListenerGuard.Notify((activity, request), static sent => DistributedContextPropagator.Current.Inject(sent.activity, sent.request, static (carrier, name, value) =>
        {
            if (carrier is HttpRequestMessage message && !message.Headers.NonValidated.Contains(name)) message.Headers.TryAddWithoutValidation(name, value);
        }));
    }

    // The instruments of a meter that was disposed have no listeners.
    private sealed class SilentMeters : IMeterFactory
    {
        public static SilentMeters Instance { get; } = new();

        public Meter Create(MeterOptions options)
        {
            Meter meter = new(options);
            meter.Dispose();
            return meter;
        }

        public void Dispose()
        {
        }
    }
}
