using System.Collections.Concurrent;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Polling;

/// <summary>Thousands of jobs of 90 seconds that are submitted at one moment, in virtual time and at the default rate.</summary>
[Collection(Alone.Name)]
public sealed class MassWaitTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly ConcurrentDictionary<string, Job> _jobs = new();

    [Theory]
    [InlineData(1_000, 4)]
    [InlineData(10_000, 5)]
    public async Task TheEndOfEach_IsSeenSoon(int count, double meanLag)
    {
        BatchServer server = Server();

        await RunAsync(server, count);

        Assert.All(_jobs.Values, job => Assert.True(job.Seen >= job.End));
        Assert.InRange(_jobs.Values.Average(job => (job.Seen!.Value - job.End).TotalSeconds), 0, meanLag);
        Assert.All(server.Polls.GroupBy(poll => (int)poll.At.TotalSeconds), second => Assert.InRange(second.Count(), 1, 21));
    }

    [Fact]
    public async Task AHundredThousandWaits_FitInOneProcess()
    {
        BatchServer server = Server();

        await RunAsync(server, 100_000);

        Assert.All(_jobs.Values, job => Assert.True(job.Seen >= job.End));
        Assert.InRange(server.Polls.Count, 100_000 / 50, 20 * _time.Now.TotalSeconds + 21);
    }

    private async Task RunAsync(BatchServer server, int count)
    {
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);

        TestTask[] done = await _time.RunAsync(Task.WhenAll(Enumerable.Range(0, count).Select(_ => client.GenerateAsync(new TestRequest { Target = BatchServer.Create }))));

        Assert.Equal(count, done.Select(task => task.Id).Distinct().Count());
        Assert.Equal(0, _time.Timers);
    }

    private BatchServer Server() => new(_time, Detail)
    {
        Created = number =>
        {
            string id = $"task-unified-{number}";
            Random random = new(number);
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            _jobs[id] = new Job(_time.Now + TimeSpan.FromSeconds(90 * Math.Exp(0.35 * normal)));
            return $$"""{"id":"{{id}}","status":"pending","model":"m","task_info":{"estimated_time":90} }""";
        },
    };

    private string? Detail(string id)
    {
        if (!_jobs.TryGetValue(id, out Job? job)) return null;
        if (_time.Now < job.End) return $$"""{"id":"{{id}}","status":"processing","model":"m"}""";
        job.Seen ??= _time.Now;
        return $$"""{"id":"{{id}}","status":"completed","results":["https://results.test/{{id}}.mp4"]}""";
    }

    private sealed class Job(TimeSpan end)
    {
        public TimeSpan End { get; } = end;

        public TimeSpan? Seen { get; set; }
    }
}
