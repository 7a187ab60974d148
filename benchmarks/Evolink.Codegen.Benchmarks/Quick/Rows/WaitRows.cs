using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Evolink.Tests.Support;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>Many waits at once, in virtual time: how late each end is seen, and what a waiter holds.</summary>
internal static class WaitRows
{
    private const int Waiters = 4000;

    public static async IAsyncEnumerable<Row> MeasureAsync()
    {
        double own = await HeldByWaiterAsync(), loop = HeldByDelay();
        yield return new Row("bytes a waiter holds", "Task.Delay loop", own, 450) { Unit = "B", Known = 1546, Detail = string.Create(CultureInfo.InvariantCulture, $"{loop:0} B for the loop; ours with the last response") };

        foreach ((int count, double goal) in new[] { (1_000, 4.0), (10_000, 5.0) })
        {
            (double lag, int requests) = await LagAsync(count);
            yield return new Row($"lag of {count.ToString("N0", CultureInfo.InvariantCulture)} waits submitted together", "goal", lag, goal) { Unit = "s", Detail = $"{requests} requests in virtual time, at most 20 a second" };
        }
    }

    private static async Task<(double Lag, int Requests)> LagAsync(int count)
    {
        ManualTimeProvider time = new();
        ConcurrentDictionary<string, (TimeSpan End, TimeSpan? Seen)> jobs = new();
        int requests = 0;
        StubServer server = new(Answer) { KeepsRequests = false };
        using HttpClient http = server.Client();
        using EvolinkClient client = new(Options(time), http);
        await time.RunAsync([.. Enumerable.Range(0, count).Select(_ => client.GenerateAsync(Requests.Own()))]);
        return (jobs.Values.Average(job => (job.Seen!.Value - job.End).TotalSeconds), requests);

        HttpResponseMessage Answer(StubRequest request)
        {
            if (request.Address.AbsolutePath == "/v1/videos/generations")
            {
                string id = $"task-unified-{request.Number}";
                jobs[id] = (time.Now + TimeSpan.FromSeconds(Job.RunTime(new Random(request.Number))), null);
                return StubServer.Json($$"""{"id":"{{id}}","status":"pending","model":"m","task_info":{"estimated_time":90} }""");
            }

            Interlocked.Increment(ref requests);
            if (request.Method == "GET") return StubServer.Json(Task(request.Address.Segments[^1]));
            using JsonDocument body = JsonDocument.Parse(request.Body);
            return StubServer.Json($$"""{"data":[{{string.Join(',', body.RootElement.GetProperty("task_ids").EnumerateArray().Select(id => Task(id.GetString()!)))}}]}""");
        }

        string Task(string id)
        {
            (TimeSpan end, TimeSpan? seen) = jobs[id];
            if (time.Now < end) return $$"""{"id":"{{id}}","status":"processing","model":"m"}""";
            jobs[id] = (end, seen ?? time.Now);
            return $$"""{"id":"{{id}}","status":"completed","results":["https://results.test/{{id}}.mp4"]}""";
        }
    }

    private static async Task<double> HeldByWaiterAsync()
    {
        ManualTimeProvider time = new();
        StubServer server = new(static request => request.Method == "GET"
            ? StubServer.Json($$"""{"id":"{{request.Address.Segments[^1]}}","status":"processing","model":"m"}""")
            : StubServer.Error(System.Net.HttpStatusCode.NotFound))
        { KeepsRequests = false };
        using HttpClient http = server.Client();
        using EvolinkClient client = new(Options(time), http);
        List<Task> waits = new(2 * Waiters);
        await AddAsync();

        // Those that are added to others: what the first of all brings along for good is no waiter's.
        long before = Held();
        await AddAsync();
        double held = (double)(Held() - before) / Waiters;
        if (waits.Find(wait => wait.IsCompleted) is { } ended) await ended;
        client.Dispose();
        await Task.WhenAll(waits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return held;

        async Task AddAsync()
        {
            int first = waits.Count;
            waits.AddRange(Enumerable.Range(first, Waiters).Select(number => client.Resume($"task-unified-{number}").WaitAsync()));
            await time.RunForAsync(TimeSpan.FromMinutes(8));
        }
    }

    private static double HeldByDelay()
    {
        using CancellationTokenSource end = new();
        long before = Held();
        Task[] waits = [.. Enumerable.Range(0, Waiters).Select(number => LoopAsync($"task-unified-{number}", end.Token))];
        double held = (double)(Held() - before) / Waiters;
        end.Cancel();
        GC.KeepAlive(waits);
        return held;

        static async Task LoopAsync(string id, CancellationToken cancellationToken)
        {
            for (int poll = 0; poll < int.MaxValue && id.Length > 0; poll++) await Task.Delay(TimeSpan.FromHours(1), cancellationToken);
        }
    }

    private static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static EvolinkOptions Options(ManualTimeProvider time) => new() { ApiKey = Rivals.InMemory.Key, TimeProvider = time, Random = new Random(1) };
}
