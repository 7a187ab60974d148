using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Configuration;

public sealed class RequestOptionsTests
{
    private const string Result = "\"results\":[\"https://results.test/1.mp4\"]";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task HeadersAndKey_GoWithTheCreate_OnEveryAttempt_AndWithNothingElse()
    {
        StubServer server = StubServer.Sequence(
            () => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "1"), () => StubServer.Json(TestApi.Task("pending")), () => StubServer.Json(TestApi.Task("completed", Result)));
        RequestOptions options = new() { IdempotencyKey = "order-17-of-2026-11-21", Headers = new Dictionary<string, string> { ["X-Trace"] = "abc" } };

        await WithClientAsync(server, client => client.GenerateAsync(new TestRequest(), options));

        Assert.Equal(["order-17-of-2026-11-21", "order-17-of-2026-11-21", null], server.Requests.Select(request => request.IdempotencyKey));
        Assert.Equal(["abc", "abc", null], server.Requests.Select(request => request.Headers.GetValueOrDefault("X-Trace")));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    [InlineData("Host")]
    [InlineData("User-Agent")]
    [InlineData("Content-Type")]
    [InlineData("Content-Length")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Idempotency-Key")]
    [InlineData("Cookie")]
    [InlineData("Expires")]
    [InlineData("last-modified")]
    [InlineData("")]
    [InlineData("X Y")]
    [InlineData("X\r\nY")]
    public async Task AHeaderThatIsTheClients_OrNone_IsRefused_AndNothingIsSent(string name)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        RequestOptions options = new() { Headers = new Dictionary<string, string> { [name] = "a-secret-value" } };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => WithClientAsync(server, client => client.SubmitAsync(new TestRequest(), options)));

        Assert.Contains($"RequestOptions.Headers[\"{name}\"]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-value", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task TheHeaderOfTheKey_IsTheClients_WhateverItsName()
    {
        ApiOperation create = TestApi.Create with { KeyLocation = ApiKeyLocation.Header, KeyName = "X-Api-Key" };
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        RequestOptions options = new() { Headers = new Dictionary<string, string> { ["x-api-key"] = "another" } };

        await Assert.ThrowsAsync<ArgumentException>(() => WithClientAsync(server, client => client.SubmitAsync(new TestRequest { Target = create }, options)));

        Assert.Empty(server.Requests);
    }

    public static TheoryData<RequestOptions, string> OutOfRange => new()
    {
        { new RequestOptions { IdempotencyKey = "" }, "IdempotencyKey" },
        { new RequestOptions { IdempotencyKey = "a b" }, "IdempotencyKey" },
        { new RequestOptions { IdempotencyKey = new string('k', 256) }, "IdempotencyKey" },
        { new RequestOptions { AttemptTimeout = TimeSpan.Zero }, "AttemptTimeout" },
        { new RequestOptions { Timeout = Timeout.InfiniteTimeSpan }, "Timeout" },
        { new RequestOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "a\nb" } }, "Headers[\"X-Trace\"]" },
        { new RequestOptions { Headers = null! }, "Headers" },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public async Task AnOptionOutOfRange_IsNamed(RequestOptions options, string name)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => WithClientAsync(server, client => client.SubmitAsync(new TestRequest(), options)));

        Assert.Contains("RequestOptions." + name, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task AnAttemptTimeout_StandsInForTheClients()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            _time.Advance(TimeSpan.FromSeconds(7));
            await connection.StayAsync();
        });
        using TestClient client = new(server.Options(_time));

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() =>
            _time.RunAsync(client.SubmitAsync(new TestRequest(), new RequestOptions { AttemptTimeout = TimeSpan.FromSeconds(7), IdempotencyKey = "order-17-of-2026-11-21" })));

        Assert.Equal("order-17-of-2026-11-21", error.IdempotencyKey);
        Assert.Equal(TimeSpan.FromSeconds(7), _time.Now);
    }

    [Fact]
    public async Task TheWholeTimeout_EndsRetries_AndSaysThatNothingWasSubmitted()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "30"));

        EvolinkConnectionException error = await Assert.ThrowsAsync<EvolinkConnectionException>(() =>
            WithClientAsync(server, client => client.SubmitAsync(new TestRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(40) })));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].IdempotencyKey, error.IdempotencyKey);
        Assert.Contains("nothing was submitted", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWholeTimeout_AfterTheBodyLeft_IsAnUnknownOutcome()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            _time.Advance(TimeSpan.FromSeconds(10));
            _time.Advance(TimeSpan.FromSeconds(5));
            await connection.StayAsync();
        });
        using TestClient client = new(server.Options(_time));

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() =>
            _time.RunAsync(client.SubmitAsync(new TestRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(10) })));

        Assert.NotNull(error.IdempotencyKey);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task AnIdThatComesInTheGraceAfterTheTimeout_IsNotLost()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            _time.Advance(TimeSpan.FromSeconds(10));
            await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        using TestClient client = new(server.Options(_time));

        GenerationTask<TestTask> task = await _time.RunAsync(client.SubmitAsync(new TestRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(10) }));

        Assert.Equal("task-unified-1", task.Id);
        Assert.NotNull(task.IdempotencyKey);
    }

    [Fact]
    public async Task AnIdThatComesWhileACancellationIsStillBeingTold_IsNotLost()
    {
        using CancellationTokenSource cancel = new();
        using ManualResetEventSlim told = new();
        StubServer server = StubServer.Sequence(() =>
        {
            // The callback that was registered last runs first, and keeps the client's own from running.
            cancel.Token.Register(told.Wait);
            _ = Task.Run(cancel.Cancel);
            SpinWait.SpinUntil(() => cancel.IsCancellationRequested);
            return StubServer.Json(TestApi.Task("pending"));
        });

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() =>
            WithClientAsync(server, client => client.SubmitAsync(new TestRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(60) }, cancel.Token)));
        told.Set();

        Assert.Equal(("task-unified-1", cancel.Token), (canceled.TaskId, canceled.CancellationToken));
    }

    [Fact]
    public async Task TheWholeTimeout_EndsTheWaitToo_AndNamesTheTask()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "20"), () => StubServer.Json(TestApi.Task("pending")));

        EvolinkTaskTimeoutException error = await Assert.ThrowsAsync<EvolinkTaskTimeoutException>(() =>
            WithClientAsync(server, client => client.GenerateAsync(new TestRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(60) })));

        Assert.Equal("task-unified-1", error.TaskId);
        Assert.InRange(_time.Now.TotalSeconds, 58, 60);
    }

    [Fact]
    public async Task CancellingACallWithATimeout_IsTheCallersCancellation()
    {
        using CancellationTokenSource cancel = new();
        StubServer server = new(_ =>
        {
            cancel.Cancel();
            return StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "20");
        });

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() =>
            WithClientAsync(server, client => client.SubmitAsync(new TestRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(60) }, cancel.Token)));

        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.NotNull(canceled.IdempotencyKey);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task Bound_TheyGoWithEveryCall_AndWithNoOther()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        ApiPipeline bound = client.Calls.With(new RequestOptions { IdempotencyKey = "order-17-of-2026-11-21", Headers = new Dictionary<string, string> { ["X-Trace"] = "abc" } });

        await bound.SendAsync(Query(), JsonRead.Model<TestTask>, TestContext.Current.CancellationToken);
        await bound.WithResponse.SendAsync(new ApiCall(TestApi.Create).Json(new TestRequest()), JsonRead.Model<TestTask>, TestContext.Current.CancellationToken);
        await client.GetTaskAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["order-17-of-2026-11-21", "order-17-of-2026-11-21", null], server.Requests.Select(request => request.IdempotencyKey));
        Assert.Equal(["abc", "abc", null], server.Requests.Select(request => request.Headers.GetValueOrDefault("X-Trace")));
    }

    [Fact]
    public void Bound_AnOptionOutOfRange_IsNamedAtOnce()
    {
        using TestClient client = new(TestApi.Options(_time));

        ArgumentException error = Assert.Throws<ArgumentException>(() => client.Calls.With(new RequestOptions { AttemptTimeout = TimeSpan.Zero }));

        Assert.Contains("RequestOptions.AttemptTimeout", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(61)]
    public void ARetryAfterOutOfRange_IsNamed(double seconds)
    {
        using TestClient client = new(TestApi.Options(_time));

        ArgumentException error = Assert.Throws<ArgumentException>(() => client.Calls.With(new RequestOptions { MaxRetryAfter = TimeSpan.FromSeconds(seconds) }));

        Assert.Contains("RequestOptions.MaxRetryAfter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatAsksForMoreThanTheCallWillWait_FailsItAtOnce()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "30"));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => WithClientAsync(
            server, client => client.Calls.With(new RequestOptions { MaxRetryAfter = TimeSpan.FromSeconds(29) }).SendAsync(Query(), JsonRead.Model<TestTask>)));

        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task TheWholeTimeout_EndsAQuestionToo()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "30"));

        EvolinkConnectionException error = await Assert.ThrowsAsync<EvolinkConnectionException>(() => WithClientAsync(
            server, client => client.Calls.With(new RequestOptions { Timeout = TimeSpan.FromSeconds(40) }).SendAsync(Query(), JsonRead.Model<TestTask>)));

        Assert.Contains("no good response within 00:00:40", error.Message, StringComparison.Ordinal);
        Assert.IsType<EvolinkApiException>(error.InnerException);
        Assert.Equal(2, server.Requests.Count);
    }

    private static ApiCall Query() => new ApiCall(TestApi.Query).Path("task_id", "task-unified-1");

    private async Task<T> WithClientAsync<T>(StubServer server, Func<TestClient, Task<T>> call)
    {
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        return await _time.RunAsync(call(client));
    }
}
