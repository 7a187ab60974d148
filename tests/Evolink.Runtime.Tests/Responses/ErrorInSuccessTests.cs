using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Responses;

/// <summary>Errors in responses whose status is 200.</summary>
public sealed class ErrorInSuccessTests
{
    private const string Result = "\"results\":[\"https://results.test/1.mp4\"]";

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData("""{"error":{"code":"content_policy_violation","message":"not allowed","type":"invalid_request_error"}}""", EvolinkErrorKind.ContentPolicy)]
    [InlineData("""{"error":{"code":402,"message":"not allowed"}}""", EvolinkErrorKind.InsufficientQuota)]
    [InlineData("""{"error":{"message":"not allowed","type":"authentication_error"}}""", EvolinkErrorKind.Authentication)]
    [InlineData("""{"error":"not allowed"}""", EvolinkErrorKind.Unknown)]
    [InlineData("""{"code":403,"msg":"not allowed"}""", EvolinkErrorKind.PermissionDenied)]
    [InlineData("""{"code":-1,"message":"not allowed"}""", EvolinkErrorKind.Unknown)]
    [InlineData("""{"detail":"not allowed"}""", EvolinkErrorKind.Unknown)]
    [InlineData("""{"status":"error","message":"not allowed"}""", EvolinkErrorKind.Unknown)]
    [InlineData("""{"status":422,"title":"not allowed"}""", EvolinkErrorKind.InvalidRequest)]
    [InlineData("""{"ok":false,"id":null,"message":"not allowed"}""", EvolinkErrorKind.Unknown)]
    public async Task ACreateWithAnErrorAndNoId_IsARefusal(string body, EvolinkErrorKind kind)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(body));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => GenerateAsync(server));

        Assert.Equal((kind, HttpStatusCode.OK, server.Requests[0].IdempotencyKey), (error.Kind, error.StatusCode, error.IdempotencyKey));
        Assert.Contains("not allowed", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"error":{"code":"internal_error","message":"it broke"}}""")]
    [InlineData("""{"error":{"code":"paid_outcome_unknown","message":"it broke"}}""")]
    [InlineData("""{"error":{"type":"server_error","message":"it broke"}}""")]
    [InlineData("""{"code":504,"msg":"it broke"}""")]
    [InlineData("""{"success":false,"code":500,"message":"it broke"}""")]
    [InlineData("""{"code":1,"message":"it broke"}""")]
    [InlineData("""{"message":"it broke"}""")]
    [InlineData("""{"id":"req_7","status":"error","error":{"code":"internal_error","message":"it broke"}}""")]
    [InlineData("""{"id":"req_7","status":"FAIL","error":{"code":"internal_error","message":"it broke"}}""")]
    [InlineData("""{"id":"req_7","status":500,"message":"it broke"}""")]
    public async Task ACreateWithoutAnId_WhoseAnswerLeavesItOpen_IsUnknown_WithTheReason(string body)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(body));

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => GenerateAsync(server));

        Assert.Contains("it broke", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ACreateWithAnEnvelopesError_IsNoFailedTask_EvenWithTheIdOfTheRequest()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json("""{"id":"req_7","status":"error","error":{"code":"content_policy_violation","message":"not allowed"}}"""));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => GenerateAsync(server));

        Assert.Equal((EvolinkErrorKind.ContentPolicy, (string?)null), (error.Kind, error.TaskId));
    }

    [Theory]
    [InlineData("""{"id":"task-unified-1","status":"error","error":{"code":"internal_error","message":"it broke"}}""", "error")]
    [InlineData("""{"id":"task-unified-1","status":500,"error":{"code":"internal_error","message":"it broke"}}""", "500")]
    public async Task ACreateWhoseFamilyListsTheWord_IsAFailedTask(string body, string word)
    {
        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => GenerateAsync(StubServer.Sequence(() => StubServer.Json(body)), Listing(word)));

        Assert.Equal(("internal_error", "task-unified-1"), (error.Code, error.TaskId));
    }

    [Theory]
    [InlineData("""{"id":"task-unified-1","status":2,"detail":"in the queue"}""")]
    [InlineData("""{"id":"task-unified-1","status":200,"error":{"retries":1}}""")]
    public async Task ACreateWithANumberForAStatus_IsATask(string body)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(body), () => StubServer.Json(TestApi.Task("completed", Result)));

        Assert.Equal("task-unified-1", (await GenerateAsync(server)).Id);
    }

    [Theory]
    [InlineData("""{"success":false,"id":"task-unified-1","message":"not allowed"}""")]
    [InlineData("""{"success":false,"id":"task-unified-1","code":500,"message":"not allowed"}""")]
    public async Task ANoThatNamesATask_KeepsItsId(string body)
    {
        EvolinkException error = await Assert.ThrowsAnyAsync<EvolinkException>(() => GenerateAsync(StubServer.Sequence(() => StubServer.Json(body))));

        Assert.Equal("task-unified-1", error.TaskId);
        Assert.Contains("not allowed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"internal_error","message":"it broke"}}""")]
    [InlineData("""{"id":"task-unified-1","error":{"message":"it broke"}}""")]
    [InlineData("""{"code":500,"msg":"it broke"}""")]
    [InlineData("""{"detail":"it broke"}""")]
    [InlineData("""{"success":false,"message":"it broke"}""")]
    [InlineData("""{"status":"error","message":"it broke"}""")]
    [InlineData("""{"status":503,"title":"it broke"}""")]
    [InlineData("""{"id":"req_9","status":"error","message":"it broke"}""")]
    [InlineData("""{"id":"req_9","status":503,"title":"it broke"}""")]
    public async Task APollWithAnError_UsesUpTheWindowOfErrors_AndTheReasonIsSeen(string body)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")), () => StubServer.Json(body));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => GenerateAsync(server));

        Assert.InRange(_time.Now.TotalMinutes, 5, 5.6);
        Assert.Contains("it broke", error.Message, StringComparison.Ordinal);
        Assert.Equal("task-unified-1", error.TaskId);
    }

    [Theory]
    [InlineData("task-unified-1", "task-unified-1")]
    [InlineData("task-unified-1", "unified-1")]
    [InlineData("4711", "task-4711")]
    public async Task APollThatSaysErrorOfTheTaskItself_IsItsEnd(string created, string polled)
    {
        string id = created.StartsWith('t') ? $"\"{created}\"" : created;
        StubServer server = StubServer.Sequence(
            () => StubServer.Json($$"""{"id":{{id}},"status":"pending"}"""), () => StubServer.Json($$"""{"id":"{{polled}}","status":"error","message":"no light"}"""));

        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => GenerateAsync(server));

        Assert.Contains("no light", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task APollWithAnErrorThatTheFamilyLists_IsTheTasksEnd_WhateverTheId()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")), () => StubServer.Json("""{"id":"another-form","status":"error","message":"no light"}"""));

        await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => GenerateAsync(server, Listing("error")));
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("completed")]
    [InlineData("cancelled")]
    public async Task APollThatEndsAnotherTask_AfterTheServerNamedThisOne_EndsNoWait(string status)
    {
        StubServer server = StubServer.Sequence(
            () => StubServer.Json(TestApi.Task("pending")),
            () => StubServer.Json(TestApi.Task("processing")),
            () => StubServer.Json(TestApi.Task(status, Result).Replace("task-unified-1", "task-unified-2", StringComparison.Ordinal)),
            () => StubServer.Json(TestApi.Task("completed", Result)));

        Assert.Equal("task-unified-1", (await GenerateAsync(server)).Id);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task APollOfAServerThatNamesItsTasksOtherwise_EndsTheWait()
    {
        const string Processing = """{"id":"another-form","status":"processing"}""";
        StubServer server = StubServer.Sequence(
            () => StubServer.Json(TestApi.Task("pending")),
            () => StubServer.Json(Processing),
            () => StubServer.Json($$"""{"id":"another-form","status":"completed",{{Result}}}"""));

        Assert.Equal(GenerationStatus.Completed, (await GenerateAsync(server)).Status);
    }

    [Theory]
    [InlineData("""{"error":{"code":"unauthorized","message":"no key"}}""", EvolinkErrorKind.Authentication)]
    [InlineData("""{"code":403,"msg":"no key"}""", EvolinkErrorKind.PermissionDenied)]
    public async Task APollThatIsRefused_EndsTheWaitAtOnce(string body, EvolinkErrorKind kind)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")), () => StubServer.Json(body));

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => GenerateAsync(server));

        Assert.Equal((kind, "task-unified-1", 2), (error.Kind, error.TaskId, server.Requests.Count));
        Assert.Contains("no key", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"task_not_found","message":"long gone"}}""")]
    [InlineData("""{"code":404,"msg":"long gone"}""")]
    [InlineData("""{"status":404,"detail":"long gone"}""")]
    public async Task APollThatFindsNothing_MeansThatTheTaskIsGone(string body)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")), () => StubServer.Json(TestApi.Task("processing")), () => StubServer.Json(body));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => GenerateAsync(server));

        Assert.Equal(3, server.Requests.Count);
        Assert.Contains("long gone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownStatusForEver_SaysWhatTheServerSaysOfIt()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")), () => StubServer.Json(TestApi.Task("stuck", "\"message\":\"no worker\"")));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => GenerateAsync(server));

        Assert.Contains("no worker", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("cancelled")]
    public async Task ATaskThatFailsWhileItIsCreated_IsNotAskedFor(string status)
    {
        StubServer server = StubServer.Sequence(
            () => StubServer.Json(TestApi.Task(status, "\"success\":false,\"error\":{\"code\":\"service_error\",\"message\":\"no light\"}")), () => StubServer.Error(HttpStatusCode.NotFound));

        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => GenerateAsync(server));

        Assert.Equal(("service_error", "task-unified-1", server.Requests[0].IdempotencyKey), (error.Code, error.TaskId, error.IdempotencyKey));
        Assert.Contains("no light", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task ATaskThatIsCompletedAtOnce_IsAskedForOnce_AndStaysCompleted(HttpStatusCode status)
    {
        StubServer server = StubServer.Sequence(
            () => StubServer.Json(TestApi.Task("completed", Result)),
            () => status == HttpStatusCode.OK ? StubServer.Json(TestApi.Task("processing")) : StubServer.Error(status));

        TestTask task = await GenerateAsync(server);

        Assert.Equal((GenerationStatus.Completed, "task-unified-1", 2), (task.Status, task.Id, server.Requests.Count));
        Assert.Equal(TimeSpan.Zero, _time.Now);
    }

    [Fact]
    public async Task ATaskThatIsCompletedAtOnce_AndCannotBeAskedFor_StaysCompleted()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("completed", Result).Replace("task-unified-1", "..", StringComparison.Ordinal)));

        TestTask task = await GenerateAsync(server);

        Assert.Equal((GenerationStatus.Completed, "..", 1), (task.Status, task.Id, server.Requests.Count));
    }

    [Fact]
    public async Task ATaskThatIsCompletedAtOnceWithoutResults_IsWaitedFor()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("completed")), () => StubServer.Json(TestApi.Task("processing")), () => StubServer.Json(TestApi.Task("completed", Result)));

        Assert.Equal(GenerationStatus.Completed, (await GenerateAsync(server)).Status);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task AnAnswerOfAnotherOperation_MayHaveAnErrorMember()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json("""{"error":{"message":"part of the answer"}}"""));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await client.Calls.SendAsync(new ApiCall(TestApi.Upload), TestContext.Current.CancellationToken);

        Assert.Single(server.Requests);
    }

    private static TaskFamily<TestTask> Listing(string word) =>
        new(TestApi.Query) { RequiresResults = true, Statuses = new Dictionary<string, GenerationStatus> { [word] = GenerationStatus.Failed } };

    private async Task<TestTask> GenerateAsync(StubServer server, TaskFamily? family = null)
    {
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http, TestApi.Descriptor with { TaskFamilies = [family ?? TestApi.Tasks] });
        return await _time.RunAsync(client.GenerateAsync(new TestRequest() { Target = TestApi.Create with { TaskFamily = family ?? TestApi.Tasks } }));
    }
}
