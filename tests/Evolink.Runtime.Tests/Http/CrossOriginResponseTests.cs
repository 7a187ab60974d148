using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Http;

/// <summary>A caller's own HttpClient that follows redirects, as a plain one does: on real sockets, with .NET's own handler.</summary>
public sealed class CrossOriginResponseTests
{
    private const string Task = """{"id":"task-of-another","status":"pending"}""";

    private static readonly ApiOperation s_create = TestApi.Create with { KeyLocation = ApiKeyLocation.Header, KeyName = "X-Api-Key" };

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task AnotherOriginsAnswerToACreate_IsNotBelieved(int status)
    {
        await using RawServer other = Server("200 OK\r\n", Task);
        await using RawServer server = Server($"{status} Elsewhere\r\nLocation: {other.Address}v1/tasks?sk\r\n", "");
        using HttpClient http = new();
        EvolinkOptions options = server.Options();
        options.SubmitRetry = SubmitRetry.OnceWithSameKey;
        using TestClient client = new(options, http);

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => client.SubmitAsync(new TestRequest { Target = s_create }));

        Assert.Equal((RequestPhase.Complete, null), (error.Phase, error.TaskId));
        Assert.NotNull(error.IdempotencyKey);
        Assert.Single(server.Requests);
        Assert.DoesNotContain(other.Requests, request => request.Contains("quiet street", StringComparison.Ordinal));
        if (status < 307) Assert.Contains("AllowAutoRedirect", error.Message, StringComparison.Ordinal);
        Leaks.AssertNoKey(error);
    }

    [Fact]
    public async Task AnotherOriginsAnswerToAQuestion_EndsTheWait_WithTheTasksId()
    {
        await using RawServer other = Server("200 OK\r\n", """{"id":"task-unified-1","status":"completed","results":["https://r.test/1"]}""");
        await using RawServer server = Server($"302 Elsewhere\r\nLocation: {other.Address}\r\n", "");
        using HttpClient http = new();
        using TestClient client = new(server.Options(), http);

        EvolinkException error = await Assert.ThrowsAnyAsync<EvolinkException>(() => client.Resume("task-unified-1").WaitAsync());

        Assert.Equal("task-unified-1", error.TaskId);
        Assert.Contains("AllowAutoRedirect", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Leaks.AssertNoKey(error);
    }

    [Fact]
    public async Task AnotherOriginsAnswerToACall_IsAConnectionFailure_AndNotAskedForAgain()
    {
        await using RawServer other = Server("200 OK\r\n", Task);
        await using RawServer server = Server($"302 Elsewhere\r\nLocation: {other.Address}\r\n", "");
        using HttpClient http = new();
        using TestClient client = new(server.Options(), http);

        await Assert.ThrowsAsync<EvolinkConnectionException>(() => client.GetTaskAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task TheSameOriginsAnswer_IsBelieved()
    {
        await using RawServer server = new(async connection =>
        {
            string? request = await connection.ReadRequestAsync();
            await connection.WriteAsync(request?.StartsWith("POST", StringComparison.Ordinal) == true
                ? "HTTP/1.1 303 See Other\r\nLocation: /v1/tasks/1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : $"HTTP/1.1 200 OK\r\nContent-Length: {Task.Length}\r\nConnection: close\r\n\r\n{Task}");
        });
        using HttpClient http = new();
        using TestClient client = new(server.Options(), http);

        Assert.Equal("task-of-another", (await client.SubmitAsync(new TestRequest())).Id);
    }

    [Fact]
    public async Task TheClientsOwnConnections_FollowNoRedirect()
    {
        await using RawServer other = Server("200 OK\r\n", Task);
        await using RawServer server = Server($"303 See Other\r\nLocation: {other.Address}\r\n", "");
        using TestClient client = new(server.Options());

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest { Target = s_create }));

        Assert.Equal((EvolinkErrorKind.Redirect, HttpStatusCode.SeeOther), (error.Kind, error.StatusCode));
        Assert.Empty(other.Requests);
    }

    private static RawServer Server(string head, string body) => new(async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.WriteAsync($"HTTP/1.1 {head}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
    });
}
