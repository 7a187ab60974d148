using System.Diagnostics;
using Evolink.Runtime.Diagnostics;
using Evolink.Tests.Support;

namespace Evolink.Tests.Diagnostics;

[Collection(Alone.Name)]
public sealed class QuietTelemetryTests
{
    [Fact]
    public async Task WithoutAListener_ThereAreNoSpans_AndNothingIsCounted()
    {
        ManualTimeProvider time = new();
        List<Activity?> seen = [];
        StubServer server = new(request =>
        {
            seen.Add(Activity.Current);
            return StubServer.Json(TestApi.Task(request.Number == 1 ? "pending" : "completed", "\"results\":[\"https://r.test/1\"]"));
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(time), http);

        await time.RunAsync(client.GenerateAsync(new TestRequest()));

        Assert.Equal([null, null], seen);
        Assert.False(Telemetry.Submitted.Enabled);
        Assert.False(Telemetry.Retries.Enabled);
        Assert.False(Telemetry.DownloadedBytes.Enabled);
    }

    [Fact]
    public void WithoutAListener_NothingIsAllocated()
    {
        Report();
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int call = 0; call < 100; call++) Report();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Report()
        {
            Assert.Null(Telemetry.StartCreate(TestApi.Create));
            Assert.Null(Telemetry.StartWait("task-unified-1", default));
            Assert.Null(Telemetry.StartDownload("task-unified-1"));
            Telemetry.Submitted.Add(1, Telemetry.Operation(TestApi.Create));
            Telemetry.Waited("completed", TimeSpan.FromSeconds(1));
            Telemetry.DownloadedBytes.Add(1);
        }
    }
}
