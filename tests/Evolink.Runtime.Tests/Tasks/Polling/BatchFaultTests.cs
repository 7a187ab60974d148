using System.Net;
using System.Text;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Polling;

/// <summary>Whatever a batch is answered with, no task is lost by it.</summary>
public sealed class BatchFaultTests
{
    private const int Many = 40;

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task AServerThatHasNoBatch_IsAskedForEachTask(HttpStatusCode status)
    {
        BatchServer server = new(_time, Detail) { OnBatch = _ => StubServer.Error(status) };

        await RunAsync(server);

        Assert.Single(server.Batches);
        Assert.Equal(Many, server.Singles.Where(poll => poll.At < TimeSpan.FromSeconds(5)).SelectMany(poll => poll.Ids).Distinct().Count());
    }

    [Fact]
    public async Task ABatchThatIsMissing_IsTriedAgainAfterAWhile()
    {
        BatchServer server = new(_time, id => Detail(id, until: 1000)) { OnBatch = _ => _time.Now.TotalSeconds < 300 ? StubServer.Error(HttpStatusCode.NotFound) : null };

        await RunAsync(server);

        Assert.Equal(1, server.Batches.Count(poll => poll.At.TotalSeconds < 300));
        Assert.Contains(server.Batches, poll => poll.At.TotalSeconds > 600 && poll.Ids.Count > Many / 4);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task AnIdThatSpoilsABatch_SpoilsNoOtherTask(HttpStatusCode status)
    {
        BatchServer server = new(_time, Detail) { OnBatch = poll => poll.Ids.Contains("task-7") ? StubServer.Error(status) : null };

        await RunAsync(server);

        Assert.InRange(server.Batches.Count(poll => poll.Ids.Contains("task-7")), 1, 1);
    }

    [Fact]
    public async Task TasksThatABatchLeavesOut_AreAskedForAtOnce_ByThemselves()
    {
        BatchServer server = new(_time, Detail) { OnBatch = poll => StubServer.Json(BatchServer.Items(poll.Ids.Where(id => !IsOdd(id)).Select(id => Detail(id)))) };

        await RunAsync(server);

        BatchPoll first = server.Batches[0];
        string[] alone = [.. server.Singles.Where(poll => poll.At < first.At + TimeSpan.FromSeconds(1)).SelectMany(poll => poll.Ids)];
        Assert.All(first.Ids.Where(IsOdd), id => Assert.Contains(id, alone));
        Assert.All(first.Ids.Where(id => !IsOdd(id)), id => Assert.DoesNotContain(id, alone));

        // Twice is a rule.
        Assert.All(Enumerable.Range(0, Many).Select(number => $"task-{number}").Where(IsOdd), id => Assert.InRange(server.Batches.Count(poll => poll.Ids.Contains(id)), 0, 2));
    }

    [Fact]
    public async Task ATaskThatTheServerDoesNotKnow_IsGone_AndTheOthersAreNot()
    {
        BatchServer server = new(_time, id => id == "task-3" ? null : Detail(id));
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);
        Task<TestTask>[] waits = Waits(client);

        await Assert.ThrowsAsync<EvolinkTaskException>(() => _time.RunAsync(waits));

        for (int number = 0; number < Many; number++)
        {
            if (number == 3) Assert.Equal("task-3", (await Assert.ThrowsAsync<EvolinkTaskException>(() => waits[3])).TaskId);
            else Assert.Equal(GenerationStatus.Completed, (await waits[number]).Status);
        }
    }

    [Fact]
    public async Task ATaskThatWasJustCreated_HasItsGrace_InABatchToo()
    {
        BatchServer server = new(_time, id => _time.Now.TotalSeconds < 10 ? null : Detail(id));
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);

        TestTask[] done = await _time.RunAsync(Task.WhenAll(Enumerable.Range(0, Many).Select(_ => client.GenerateAsync(new TestRequest { Target = BatchServer.Create }))));

        Assert.All(done, task => Assert.Equal(GenerationStatus.Completed, task.Status));
        Assert.Contains(server.Batches, poll => poll.At.TotalSeconds > 10);
    }

    [Theory]
    [MemberData(nameof(HostileBodies))]
    public async Task NoBody_LosesATask(string body)
    {
        BatchServer server = new(_time, Detail) { OnBatch = poll => Raw(Encoding.Latin1.GetBytes(body.Replace("ID0", poll.Ids[0], StringComparison.Ordinal).Replace("ID1", poll.Ids[1], StringComparison.Ordinal))) };

        await RunAsync(server);
    }

    public static TheoryData<string> HostileBodies =>
    [
        "", " ", "null", "[]", "{}", "{", "42", "\"data\"", "<html>portal</html>", "{\"data\":null}", "{\"data\":{}}", "{\"data\":[]}", "{\"data\":[null,1,\"x\",[],{}]}",
        "{\"data\":[{\"id\":\"somebody-elses\",\"status\":\"completed\",\"results\":[\"https://evil.test/1.mp4\"]}]}",
        "{\"data\":[{\"id\":\"ID0\",\"status\":\"processing\"},{\"id\":\"ID0\",\"status\":\"processing\"},{\"id\":\"ID0\"}]}",
        "{\"data\":[{\"id\":\"ID0\",\"status\":\"processing\"},{\"id\":\"ID1\",\"stat",
        "{\"data\":[{\"id\":\"ID0\",\"status\":\"processing\"}}}}]]]",
        "{\"data\":[{\"id\":\"ID0\",\"status\":{\"a\":[]}},{\"id\":[\"ID1\"],\"status\":\"processing\"}]}",
        "{\"data\":[{\"id\":\"ID0\",\"status\":\"\\ud83d\"},{\"id\":\"ID1\",\"status\":\"processing\",\"x\":\"\\ud83d\"}]}",
        "\u00ef\u00bb\u00bf{\"data\":[{\"id\":\"ID0\",\"status\":\"processing\",\"x\":\"\u00ff\u00fe\"}]}",
        "{\"error\":{\"code\":\"internal_error\",\"message\":\"It broke\"}}",
        "{\"success\":false,\"message\":\"no\"}",
        "{\"data\":[],\"data\":[{\"id\":\"ID0\",\"status\":\"failed\"}]}",
    ];

    [Fact]
    public async Task OfATaskThatIsListedTwice_TheFirstEntryCounts()
    {
        BatchServer server = new(_time, Detail)
        {
            OnBatch = poll => StubServer.Json(BatchServer.Items(poll.Ids.SelectMany(id => new[] { Detail(id), $$"""{"id":"{{id}}","status":"failed"}""" }))),
        };

        await RunAsync(server);
    }

    [Fact]
    public async Task ABatchThatBreaks_WhereSinglePollsWork_IsLeftAlone()
    {
        BatchServer server = new(_time, id => Detail(id, until: 400)) { OnBatch = _ => StubServer.Error(HttpStatusCode.InternalServerError) };

        await RunAsync(server);

        // Until it is known, and after pauses that double.
        Assert.InRange(server.Batches.Count(poll => poll.At.TotalSeconds < 60), 2, 16);
        Assert.InRange(server.Batches.Count(poll => poll.At.TotalSeconds > 60), 1, 45);
        Assert.InRange(server.Singles.Count, 200, 3000);
    }

    [Fact]
    public async Task AnOutage_IsNotTakenForABatchThatBreaks()
    {
        BatchServer server = new(_time, id => Detail(id, until: 300)) { OnBatch = _ => Outage(), OnSingle = _ => Outage() };

        await RunAsync(server);

        Assert.Contains(server.Batches, poll => poll.At.TotalSeconds is > 130 and < 200 && poll.Ids.Count > 5);
        Assert.InRange(server.Singles.Count, 0, 100);

        HttpResponseMessage? Outage() => _time.Now.TotalSeconds is > 30 and < 120 ? StubServer.Error(HttpStatusCode.BadGateway) : null;
    }

    [Fact]
    public async Task AKeyThatIsRefused_EndsAllWaitsAtOnce()
    {
        BatchServer server = new(_time, Detail) { OnBatch = _ => StubServer.Error(HttpStatusCode.Unauthorized), OnSingle = _ => StubServer.Error(HttpStatusCode.Unauthorized) };
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);
        Task<TestTask>[] waits = Waits(client);

        await Assert.ThrowsAsync<EvolinkApiException>(() => _time.RunAsync(waits));

        foreach ((int number, Task<TestTask> wait) in waits.Index()) Assert.Equal($"task-{number}", (await Assert.ThrowsAsync<EvolinkApiException>(() => wait)).TaskId);
        Assert.InRange(server.Polls.Count, 1, Many / 2);
    }

    [Fact]
    public async Task ATooOften_RestsTheWholeClient_AndLosesNoTask()
    {
        int refused = 0;
        BatchServer server = new(_time, Detail) { OnBatch = _ => refused++ == 0 ? StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "40") : null };

        await RunAsync(server);

        TimeSpan refusal = server.Batches[0].At;
        Assert.DoesNotContain(server.Polls, poll => poll.At > refusal && poll.At < refusal + TimeSpan.FromSeconds(40));
        Assert.Contains(server.Batches, poll => poll.At > refusal && poll.Ids.Count > 1);
    }

    [Fact]
    public async Task FiveMinutesWithoutAGoodAnswer_EndTheWaits()
    {
        BatchServer server = new(_time, Detail) { OnBatch = _ => StubServer.Error(HttpStatusCode.BadGateway), OnSingle = _ => StubServer.Error(HttpStatusCode.BadGateway) };
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);
        Task<TestTask>[] waits = Waits(client);

        await Assert.ThrowsAsync<EvolinkTaskException>(() => _time.RunAsync(waits));

        foreach (Task<TestTask> wait in waits) await Assert.ThrowsAsync<EvolinkTaskException>(() => wait);
        Assert.InRange(_time.Now.TotalMinutes, 5, 6);
    }

    [Fact]
    public async Task AServerThatRepliesByTheKeysOwner_IsMasked()
    {
        BatchServer server = new(_time, Detail)
        {
            OnBatch = poll => StubServer.Json(BatchServer.Items(poll.Ids.Select(id => $$"""{"id":"{{id}}","status":"failed","error":{"code":"x","message":"Bad key {{TestApi.Key}}"} }"""))),
            OnSingle = poll => StubServer.Json($$"""{"id":"{{poll.Ids[0]}}","status":"failed","error":{"code":"x","message":"Bad key {{TestApi.Key}}"} }"""),
        };
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);
        Task<TestTask>[] waits = Waits(client);

        await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => _time.RunAsync(waits));

        foreach (Task<TestTask> wait in waits) Assert.DoesNotContain(TestApi.Key, (await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => wait)).ToString(), StringComparison.Ordinal);
    }

    private async Task RunAsync(BatchServer server)
    {
        using HttpClient http = server.Stub.Client();
        using TestClient client = BatchServer.Client(TestApi.Options(_time), http);
        Task<TestTask>[] waits = Waits(client);

        await _time.RunAsync(waits);

        foreach (Task<TestTask> wait in waits) Assert.Equal(GenerationStatus.Completed, (await wait).Status);
        Assert.NotEmpty(server.Batches);
        Assert.Equal(0, _time.Timers);
    }

    private static Task<TestTask>[] Waits(TestClient client) => [.. Enumerable.Range(0, Many).Select(number => client.Resume($"task-{number}").WaitAsync())];

    private static bool IsOdd(string id) => (id[^1] - '0') % 2 == 1;

    private string Detail(string id) => Detail(id, until: 90);

    private string Detail(string id, int until) => _time.Now.TotalSeconds < until
        ? $$"""{"id":"{{id}}","status":"processing"}"""
        : $$"""{"id":"{{id}}","status":"completed","results":["https://results.test/{{id}}.mp4"]}""";

    private static HttpResponseMessage Raw(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
}
