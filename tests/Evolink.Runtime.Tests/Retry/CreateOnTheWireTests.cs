using Evolink.Runtime.Http;
using Evolink.Tests.Support;

namespace Evolink.Tests.Retry;

/// <summary>The create table of the runtime, row by row, on real sockets.</summary>
public sealed class CreateOnTheWireTests
{
    // More than the sockets of both ends can hold, so that a reset finds the body under way.
    private static readonly string s_longPrompt = new('p', 24_000_000);

    [Fact]
    public async Task AResetAfterTheWholePost_IsAnUnknownOutcome_AndIsSentOnce()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using TestClient client = new(server.Options());

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => client.SubmitAsync(new TestRequest()));

        Assert.Equal(RequestPhase.Complete, error.Phase);
        string request = Assert.Single(server.Requests);
        Assert.Equal(error.IdempotencyKey, RawConnection.Header(request, "Idempotency-Key"));
        Assert.Equal(1, server.Connections);
        Leaks.AssertNoKey(error);
    }

    [Fact]
    public async Task OnceWithSameKey_SendsOneMoreTime_WithTheSameKey()
    {
        int connections = 0;
        await using RawServer server = new(async connection =>
        {
            bool isFirst = Interlocked.Increment(ref connections) == 1;
            await connection.ReadRequestAsync();
            if (isFirst) connection.Reset();
            else await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        ManualTimeProvider time = new();
        EvolinkOptions options = server.Options(time);
        options.SubmitRetry = SubmitRetry.OnceWithSameKey;
        using TestClient client = new(options);

        GenerationTask<TestTask> task = await time.RunAsync(client.SubmitAsync(new TestRequest()));

        Assert.Equal("task-unified-1", task.Id);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(task.IdempotencyKey, RawConnection.Header(request, "Idempotency-Key")));
    }

    [Fact]
    public async Task OnceWithSameKey_StaysUnknown_WhenTheSecondAttemptIsNotConnected()
    {
        RawServer? server = null;
        server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await Task.Run(() => server!.StopListening());
            connection.Reset();
        });
        await using RawServer _ = server;
        ManualTimeProvider time = new();
        EvolinkOptions options = server.Options(time);
        options.SubmitRetry = SubmitRetry.OnceWithSameKey;
        using TestClient client = new(options);

        Task<GenerationTask<TestTask>> submit = client.SubmitAsync(new TestRequest());

        await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => time.RunAsync(submit));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task AnAnswerAfterTheTimeout_IsAnUnknownOutcome()
    {
        TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            received.SetResult();
            await connection.StayAsync();
        });
        ManualTimeProvider time = new();
        using TestClient client = new(server.Options(time));

        Task<GenerationTask<TestTask>> submit = client.SubmitAsync(new TestRequest());
        await received.Task;
        time.Advance(TimeSpan.FromSeconds(60));

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => submit.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("no response in time", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task AResetInTheMiddleOfTheBody_IsRetried_SinceNobodyCanHaveAcceptedIt()
    {
        int connections = 0;
        await using RawServer server = new(async connection =>
        {
            if (Interlocked.Increment(ref connections) == 1)
            {
                await connection.ReadHeadAsync();
                connection.Reset();
                return;
            }

            await connection.ReadRequestAsync();
            await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        ManualTimeProvider time = new();
        using TestClient client = new(server.Options(time));

        GenerationTask<TestTask> task = await time.RunAsync(client.SubmitAsync(new TestRequest(s_longPrompt)));

        Assert.Equal("task-unified-1", task.Id);
        Assert.Single(server.Requests);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task ARefusedConnection_IsRetried_AndThenSaysThatNothingWasSent()
    {
        RawServer server = new(_ => Task.CompletedTask);
        EvolinkOptions options = server.Options();
        await server.DisposeAsync();
        ManualTimeProvider time = new();
        options.TimeProvider = time;
        using TestClient client = new(options);

        EvolinkConnectionException error = await Assert.ThrowsAsync<EvolinkConnectionException>(() => time.RunAsync(client.SubmitAsync(new TestRequest())));

        Assert.Equal(RequestPhase.NotStarted, error.Phase);
        Assert.NotNull(error.IdempotencyKey);
        Assert.True(time.Now > TimeSpan.FromSeconds(1.5));
        Leaks.AssertNoKey(error);
    }

    [Fact]
    public async Task ATlsFailure_IsASettingToMend_AndIsNotRetried()
    {
        await using RawServer server = new(async connection => await connection.WriteAsync("HTTP/1.1 400 This is no TLS\r\n\r\n"));
        EvolinkOptions options = TestApi.Options(new ManualTimeProvider());
        options.BaseAddress = new UriBuilder(server.Address) { Scheme = "https" }.Uri;
        using TestClient client = new(options);

        await Assert.ThrowsAsync<EvolinkConnectionException>(() => client.SubmitAsync(new TestRequest()));

        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("{\"created\":1,\"id\":\"task-unified-1\",\"model\":\"m\",\"sta")]
    [InlineData("{\"id\":\"task-unified-1\"")]
    [InlineData("{\"id\":\"task-unified-1\",")]
    public async Task ATruncatedAnswer_GivesItsId_IfTheIdCame(string start)
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n" + start);
        });
        using TestClient client = new(server.Options());

        GenerationTask<TestTask> task = await client.SubmitAsync(new TestRequest());

        Assert.Equal("task-unified-1", task.Id);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("{\"created\":1,\"id\":\"task-unif")]
    [InlineData("")]
    [InlineData("<html><body>Log in to the hotel</body></html>")]
    [InlineData("null")]
    [InlineData("{\"status\":\"pending\"}")]
    [InlineData("{\"id\":\"\",\"status\":\"pending\"}")]
    public async Task AnAnswerWithoutItsId_IsAcceptedAndLost_AndSaysSo(string body)
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nx-request-id: req-7\r\nConnection: close\r\n\r\n" + body);
        });
        using TestClient client = new(server.Options());

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => client.SubmitAsync(new TestRequest()));

        Assert.Equal("req-7", error.RequestId);
        Assert.Contains("accepted", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ATypedCreate_WhoseAnswerIsCut_FailsWithTheIdInIt()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n{\"id\":\"task-unified-1\",\"sta");
        });
        using TestClient client = new(server.Options());

        EvolinkResponseException error = await Assert.ThrowsAsync<EvolinkResponseException>(() => client.CreateAsync(new TestRequest()));

        Assert.Equal("task-unified-1", error.TaskId);
        Assert.NotNull(error.IdempotencyKey);
    }

    [Fact]
    public async Task AStalledAnswer_IsGivenUp_AfterItsSilence()
    {
        StallingStream body = new("{\"id\":\"task-unified-1\",");
        StubServer server = StubServer.Sequence(() => new HttpResponseMessage { Content = new StreamContent(body) });
        using HttpClient http = server.Client();
        ManualTimeProvider time = new();
        using TestClient client = new(TestApi.Options(time), http);

        Task<GenerationTask<TestTask>> submit = client.SubmitAsync(new TestRequest());
        await body.Stalled;
        time.Advance(AttemptScope.BodyStall);

        Assert.Equal("task-unified-1", (await submit.WaitAsync(TimeSpan.FromSeconds(60))).Id);
    }

    [Theory]
    [InlineData("307 Temporary Redirect")]
    [InlineData("302 Found")]
    public async Task ARedirect_IsNotFollowed_AndTheOtherHostSeesNothing(string status)
    {
        await using RawServer other = new(async connection => await connection.ReadRequestAsync());
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync(status, "", $"Location: {other.Address}v1/videos/generations");
        });
        using TestClient client = new(server.Options());

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest()));

        Assert.Equal(EvolinkErrorKind.Redirect, error.Kind);
        Assert.Single(server.Requests);
        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task CancellingAfterTheBodyLeft_WaitsForTheId()
    {
        using CancellationTokenSource cancel = new();
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await cancel.CancelAsync();
            await connection.AnswerAsync("200 OK", TestApi.Task("pending"));
        });
        using TestClient client = new(server.Options(new ManualTimeProvider()));

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() => client.SubmitAsync(new TestRequest(), cancel.Token));

        Assert.Equal("task-unified-1", canceled.TaskId);
        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.Equal(canceled.IdempotencyKey, RawConnection.Header(server.Requests[0], "Idempotency-Key"));
    }

    [Fact]
    public async Task CancellingAfterTheBodyLeft_WaitsFiveSeconds_AndNoLonger()
    {
        using CancellationTokenSource cancel = new();
        ManualTimeProvider time = new();
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await cancel.CancelAsync();
            time.Advance(AttemptScope.CancelGrace);
            await connection.StayAsync();
        });
        using TestClient client = new(server.Options(time));

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() => client.SubmitAsync(new TestRequest(), cancel.Token));

        Assert.Null(canceled.TaskId);
        Assert.Equal(RequestPhase.Complete, canceled.Phase);
        Assert.IsType<EvolinkOutcomeUnknownException>(canceled.InnerException);
    }

    [Fact]
    public async Task AForeignRetryHandler_IsStoppedBeforeItRepeatsACreate()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using HttpClient httpClient = new(new ForeignRetryHandler(new SocketsHttpHandler()));
        using TestClient client = new(server.Options(), httpClient);

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => client.SubmitAsync(new TestRequest()));

        Assert.Single(server.Requests);
        Assert.Contains("retry or redirect handler", error.Message, StringComparison.Ordinal);
    }

    // As the sockets handler does where HTTP/2 refused a stream, or a GOAWAY left it out.
    [Fact]
    public async Task ARepetitionOfDotNetsOwn_BelowTheGuard_IsNoForeignOne()
    {
        using HttpClient httpClient = new(new SendOnceHandler(new WritesTwice()));
        using TestClient client = new(TestApi.Options(new ManualTimeProvider()), httpClient);

        GenerationTask<TestTask> task = await client.SubmitAsync(new TestRequest());

        Assert.Equal("task-unified-1", task.Id);
    }

    [Fact]
    public async Task ARepetitionOfDotNetsOwn_DoesNotSendTheRestOfAStream()
    {
        using HttpClient httpClient = new(new SendOnceHandler(new WritesTwice()));
        using TestClient client = new(TestApi.Options(new ManualTimeProvider()), httpClient);
        ApiCall call = new ApiCall(TestApi.Create).Binary(new OneWayStream("a quiet street"u8.ToArray()));

        await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => client.Calls.SendAsync(call, JsonRead.Model<TestTask>));
    }

    private sealed class WritesTwice : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using MemoryStream first = new(), second = new();
            await request.Content!.CopyToAsync(first, cancellationToken);
            await request.Content.CopyToAsync(second, cancellationToken);
            Assert.Equal(first.ToArray(), second.ToArray());
            return StubServer.Json(TestApi.Task("pending"));
        }
    }

    private sealed class ForeignRetryHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                catch (HttpRequestException) when (attempt < 4)
                {
                    // As the resilience handlers do.
                }
            }
        }
    }
}
