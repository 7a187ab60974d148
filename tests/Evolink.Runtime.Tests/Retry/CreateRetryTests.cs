using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Retry;

/// <summary>The create table of the runtime for responses, which need no sockets.</summary>
public sealed class CreateRetryTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.SwitchingProtocols)]
    [InlineData(HttpStatusCode.EarlyHints)]
    public async Task AServerFailure_LeavesTheOutcomeUnknown(HttpStatusCode status)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(status));

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => SubmitAsync(server));

        Assert.Equal(status, error.StatusCode);
        Assert.Equal(status, Assert.IsType<EvolinkApiException>(error.InnerException).StatusCode);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, EvolinkErrorKind.InvalidRequest)]
    [InlineData(HttpStatusCode.Unauthorized, EvolinkErrorKind.Authentication)]
    [InlineData(HttpStatusCode.PaymentRequired, EvolinkErrorKind.InsufficientQuota)]
    [InlineData(HttpStatusCode.Forbidden, EvolinkErrorKind.PermissionDenied)]
    [InlineData(HttpStatusCode.NotFound, EvolinkErrorKind.NotFound)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, EvolinkErrorKind.InvalidRequest)]
    [InlineData(HttpStatusCode.UnprocessableEntity, EvolinkErrorKind.InvalidRequest)]
    [InlineData(HttpStatusCode.TemporaryRedirect, EvolinkErrorKind.Redirect)]
    public async Task ARefusal_IsTyped_AndNotRetried(HttpStatusCode status, EvolinkErrorKind kind)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(status));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => SubmitAsync(server));

        Assert.Equal((status, kind), (error.StatusCode, error.Kind));
        Assert.Equal(server.Requests[0].IdempotencyKey, error.IdempotencyKey);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task APolicyViolation_IsARefusal_WhateverItsStatus()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.InternalServerError, "content_policy_violation"));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => SubmitAsync(server));

        Assert.Equal(EvolinkErrorKind.ContentPolicy, error.Kind);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, null)]
    [InlineData(HttpStatusCode.TooManyRequests, "7")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "7")]
    public async Task APaidOutcomeUnknown_IsOne_WhateverItsStatus(HttpStatusCode status, string? retryAfter)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(status, "paid_outcome_unknown", retryAfter));

        await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => SubmitAsync(server));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task ATurnedAwayCreate_ThatNamesItsTask_IsNotSentAgain(HttpStatusCode status)
    {
        StubServer server = StubServer.Sequence(() => TurnedAway(status, """{"id":"task-1","status":"pending"}"""), () => StubServer.Json(TestApi.Task("pending")));

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => SubmitAsync(server));

        Assert.Equal("task-1", error.TaskId);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"id":"req-1","error":{"message":"slow down"}}""")]
    [InlineData("""{"id":"req-1","status":429,"message":"slow down"}""")]
    [InlineData("""{"id":"req-1","status":"error","message":"slow down"}""")]
    public async Task ATurnedAwayCreate_WhoseIdIsTheRequests_IsSentAgain(string body)
    {
        StubServer server = StubServer.Sequence(() => TurnedAway(HttpStatusCode.TooManyRequests, body), () => StubServer.Json(TestApi.Task("pending")));

        Assert.Equal("task-unified-1", (await SubmitAsync(server)).Id);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    [InlineData(HttpStatusCode.TooManyRequests, "7")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "7")]
    public async Task ATurnedAwayCreate_IsRetried_WithTheSameKey(HttpStatusCode status, string? retryAfter)
    {
        StubServer server = StubServer.Sequence(
            () => StubServer.Error(status, retryAfter: retryAfter),
            () => StubServer.Json(TestApi.Task("pending")));

        GenerationTask<TestTask> task = await SubmitAsync(server);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(task.IdempotencyKey, request.IdempotencyKey));
        Assert.InRange(_time.Now.TotalSeconds, retryAfter is null ? 1 : 7, retryAfter is null ? 2 : 7.7);
    }

    [Fact]
    public async Task NoCredits_IsNotRetried_ThoughItIsA429()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, "insufficient_user_quota", "1"));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => SubmitAsync(server));

        Assert.Equal(EvolinkErrorKind.InsufficientQuota, error.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ALongerWaitThanAMinute_IsTheCallersToDecide()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "86400"));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => SubmitAsync(server));

        Assert.Equal(TimeSpan.FromDays(1), error.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Never_RetriesNothing()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "1"));

        await Assert.ThrowsAsync<EvolinkApiException>(() => SubmitAsync(server, options => options.SubmitRetry = SubmitRetry.Never));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task OnceWithSameKey_IsOnce()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.BadGateway));

        EvolinkOutcomeUnknownException error =
            await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => SubmitAsync(server, options => options.SubmitRetry = SubmitRetry.OnceWithSameKey));

        Assert.Equal(2, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.IdempotencyKey).Distinct());
        Assert.Contains("submitted once more with the same key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceWithSameKey_DoesNotSendAStreamAgain_ThatCannotBeRewound()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.BadGateway));
        EvolinkOptions options = TestApi.Options(_time);
        options.SubmitRetry = SubmitRetry.OnceWithSameKey;
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);
        ApiCall call = new ApiCall(TestApi.Create).Binary(new OneWayStream("a quiet street"u8.ToArray()));

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => _time.RunAsync(client.Calls.SendAsync(call, JsonRead.Model<TestTask>)));

        Assert.Equal("a quiet street", Assert.Single(server.Requests).Body);
        Assert.Contains("so it was not submitted again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceWithSameKey_StaysUnknown_WhenTheSecondAttemptIsTurnedAway()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.BadGateway), () => StubServer.Error(HttpStatusCode.TooManyRequests));

        await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => SubmitAsync(server, options => options.SubmitRetry = SubmitRetry.OnceWithSameKey));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task EachCreate_HasAKeyOfItsOwn()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));

        await SubmitAsync(server);
        await SubmitAsync(server);

        Assert.NotEqual(server.Requests[0].IdempotencyKey, server.Requests[1].IdempotencyKey);
    }

    [Fact]
    public async Task AnInvalidRequest_IsNotSent()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));

        await Assert.ThrowsAsync<EvolinkValidationException>(() => SubmitAsync(server, request: new TestRequest(null)));
        Assert.Empty(server.Requests);

        await SubmitAsync(server, options => options.ValidateRequests = false, new TestRequest(null));
        Assert.Equal("{}", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task ASuccessThatSaysNo_IsARefusal()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json("""{"success":false,"code":40003,"msg":"Quota"}"""));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => SubmitAsync(server));

        Assert.Equal("40003", error.Code);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, """{"id":"task-1","status":"pending"}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"id":"task-1","status":"pending"}""")]
    [InlineData(HttpStatusCode.OK, """{"success":false,"id":"task-1"}""")]
    public async Task CancellingWhileAnErrorComes_ThatNamesTheTask_TellsItsId(HttpStatusCode status, string body)
    {
        using CancellationTokenSource cancel = new();
        StubServer server = new(_ =>
        {
            cancel.Cancel();
            return StubServer.Json(body, status);
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() => client.SubmitAsync(new TestRequest(), cancel.Token));

        Assert.Equal(("task-1", RequestPhase.Complete), (canceled.TaskId, canceled.Phase));
        Assert.Contains("may exist", canceled.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingBetweenAttempts_SaysThatNothingWasSubmitted()
    {
        using CancellationTokenSource cancel = new();
        StubServer server = new(_ =>
        {
            cancel.CancelAfter(TimeSpan.Zero);
            return StubServer.Error(HttpStatusCode.TooManyRequests, retryAfter: "30");
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() => client.SubmitAsync(new TestRequest(), cancel.Token));

        Assert.Null(canceled.TaskId);
        Assert.DoesNotContain("may exist", canceled.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingBeforeTheOneMoreAttempt_SaysThatTheTaskMayExist()
    {
        using CancellationTokenSource cancel = new();
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.BadGateway));
        _time.OnTimer = () =>
        {
            if (server.Requests.Count == 1) cancel.Cancel();
        };
        EvolinkOptions options = TestApi.Options(_time);
        options.SubmitRetry = SubmitRetry.OnceWithSameKey;
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);

        EvolinkCanceledException canceled = await Assert.ThrowsAsync<EvolinkCanceledException>(() => client.SubmitAsync(new TestRequest(), cancel.Token));

        Assert.Contains("may exist", canceled.Message, StringComparison.Ordinal);
        Assert.IsType<EvolinkOutcomeUnknownException>(canceled.InnerException);
        Assert.Equal(server.Requests[0].IdempotencyKey, canceled.IdempotencyKey);
        Assert.Single(server.Requests);
    }

    private static HttpResponseMessage TurnedAway(HttpStatusCode status, string body)
    {
        HttpResponseMessage response = StubServer.Json(body, status);
        response.Headers.TryAddWithoutValidation("Retry-After", "1");
        return response;
    }

    private async Task<GenerationTask<TestTask>> SubmitAsync(StubServer server, Action<EvolinkOptions>? configure = null, TestRequest? request = null)
    {
        EvolinkOptions options = TestApi.Options(_time);
        configure?.Invoke(options);
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);
        return await _time.RunAsync(client.SubmitAsync(request ?? new TestRequest()));
    }
}
