using System.Net;
using System.Text;
using Evolink.Tests.Support;

namespace Evolink.Tests.Errors;

/// <summary>What the messages of errors say, word for word where somebody acts on it.</summary>
public sealed class ErrorTextTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData("text/plain", "Out of paint", "createVideo was answered with 400: Out of paint.")]
    [InlineData("text/plain", "", "createVideo was answered with 400.")]
    [InlineData("text/html", "<h1>Out of paint</h1>", "createVideo was answered with 400.")]
    [InlineData("application/json", """{"error":{"code":"no_paint","message":"Out of paint"}}""", "createVideo was answered with 400 (no_paint): Out of paint.")]
    [InlineData("application/json", """{"error":{"code":"no_paint","message":"no_paint"}}""", "createVideo was answered with 400 (no_paint).")]
    public async Task ARefusal_SaysItsReasonOnce_AndQuotesPlainTextAlone(string mediaType, string body, string says)
    {
        StubServer server = new(_ => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(body, Encoding.UTF8, mediaType) });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest()));

        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The task ended as failed: the server gives no reason.")]
    [InlineData("\"error\":{\"message\":\"Blocked\"}", "The task ended as failed: Blocked.")]
    [InlineData("\"error\":{\"code\":\"unknown_error\"}", "The task ended as failed (unknown_error): the server gives no reason. A new submission may succeed.")]
    public async Task AFailedTask_SaysItsCode_WhereItHasOne(string members, string says)
    {
        StubServer server = new(_ => StubServer.Json(TestApi.Task("failed", members)));

        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => WaitAsync(server));

        Assert.Equal(says + " [task task-unified-1]", error.Message);
    }

    [Theory]
    [InlineData("\"results\":[\"no address\"]", "none of its results is a web address")]
    [InlineData("\"results\":[]", "neither results nor result data")]
    public async Task ACompletionWithoutResults_SaysWhetherThereWereAny_AndIsLogged(string members, string says)
    {
        LogLines lines = new();
        StubServer server = new(_ => StubServer.Json(TestApi.Task("completed", members)));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => WaitAsync(server, lines));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.True(error.IsWithoutResults);
        Assert.Contains(lines.All, line => line.Contains("task-unified-1 is completed without usable results", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"error":{"message":"The records are being moved"}}""", "; it says: The records are being moved.")]
    [InlineData("{}", "not any more.")]
    public async Task AMissingTask_QuotesTheServer_WhereItSaysWhy(string body, string says)
    {
        StubServer server = new(_ => StubServer.Json(body, HttpStatusCode.NotFound));

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => WaitAsync(server));

        Assert.EndsWith(says + " [task task-unified-1]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedPoll_IsLogged_AndTheWaitGoesOn()
    {
        LogLines lines = new();
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.BadGateway), () => StubServer.Json(TestApi.Task("completed", "\"results\":[\"https://r.test/1\"]")));

        await WaitAsync(server, lines, options => options.MaxRetries = 0);

        Assert.Contains(lines.All, line => line.Contains("task-unified-1 failed (EvolinkApiException); the wait goes on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("processing", "The task goes on")]
    [InlineData("completed", "The task has ended")]
    public async Task AHandlerThatThrows_IsToldWhetherTheTaskGoesOn(string status, string says)
    {
        StubServer server = new(_ => StubServer.Json(TestApi.Task(status, "\"results\":[\"https://r.test/1\"]")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        EvolinkCallbackException error = await Assert.ThrowsAsync<EvolinkCallbackException>(() => _time.RunAsync(client.Resume("task-unified-1").WaitAsync(new Thrower())));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWaitThatSawNothing_SaysThatTheStatusIsUnknown()
    {
        StubServer server = new(_ => StubServer.Error(HttpStatusCode.BadGateway));

        EvolinkTaskTimeoutException error = await Assert.ThrowsAsync<EvolinkTaskTimeoutException>(() => WaitAsync(server, configure: options => options.Polling.Timeout = TimeSpan.FromMinutes(2)));

        Assert.Contains("(status 'unknown', 0 %)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARetriedCreate_IsLoggedWithItsReason_AndItsNumber()
    {
        LogLines lines = new();
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, "", "1"), () => StubServer.Error(HttpStatusCode.TooManyRequests, "", "1"), () => StubServer.Json(TestApi.Task("pending")));
        EvolinkOptions options = TestApi.Options(_time);
        options.LoggerFactory = lines;
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);

        await _time.RunAsync(client.SubmitAsync(new TestRequest()));

        string[] retries = [.. lines.All.Where(line => line.Contains("retry", StringComparison.OrdinalIgnoreCase) && line.Contains(nameof(EvolinkApiException), StringComparison.Ordinal))];
        Assert.Equal(2, retries.Length);
        Assert.Contains("1", retries[0], StringComparison.Ordinal);
        Assert.Contains("2", retries[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyOfAnotherService_IsPointedOut_WhereTheServiceRefusesIt_AndOnlyThere()
    {
        Assert.Contains("'sk-'", (await RefusedAsync("other-key-0123456789", HttpStatusCode.Unauthorized)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'sk-'", (await RefusedAsync("other-key-0123456789", HttpStatusCode.BadRequest)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'sk-'", (await RefusedAsync(TestApi.Key, HttpStatusCode.Unauthorized)).Message, StringComparison.Ordinal);
    }

    private async Task<EvolinkApiException> RefusedAsync(string key, HttpStatusCode status)
    {
        StubServer server = new(_ => StubServer.Error(status));
        EvolinkOptions options = TestApi.Options(_time);
        options.ApiKey = key;
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);
        return await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest()));
    }

    private async Task<TestTask> WaitAsync(StubServer server, LogLines? lines = null, Action<EvolinkOptions>? configure = null)
    {
        EvolinkOptions options = TestApi.Options(_time);
        options.LoggerFactory = lines;
        configure?.Invoke(options);
        using HttpClient http = server.Client();
        using TestClient client = new(options, http);
        return await _time.RunAsync(client.Resume("task-unified-1").WaitAsync());
    }

    private sealed class Thrower : IProgress<TestTask>
    {
        public void Report(TestTask value) => throw new InvalidOperationException("no");
    }
}
