using Evolink.Tests.Support;

namespace Evolink.Tests.Http;

public sealed class AuthenticationTests
{
    private static readonly ApiOperation s_elsewhere = new("elsewhere", "GET", "/v1/x", "https://attacker.test");

    [Fact]
    public async Task TheKey_GoesToTheServersOfTheSpecifications_AndNowhereElse()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        await client.Calls.SendAsync(new ApiCall(TestApi.Query).Path("task_id", "1"));
        await client.Calls.SendAsync(new ApiCall(TestApi.Upload));
        await client.Calls.SendAsync(new ApiCall(s_elsewhere));

        Assert.Equal([true, true, false], server.Requests.Select(request => request.Headers.ContainsKey("Authorization")));
        Assert.Equal("Bearer " + TestApi.Key, server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task ABaseAddress_StandsForAllServers()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        EvolinkOptions options = TestApi.Options();
        options.BaseAddress = new Uri("https://gateway.test/evolink/");
        using TestClient client = new(options, http);

        await client.Calls.SendAsync(new ApiCall(TestApi.Query).Path("task_id", "1"));
        await client.Calls.SendAsync(new ApiCall(TestApi.Upload));

        Assert.Equal(["https://gateway.test/evolink/v1/tasks/1", "https://gateway.test/evolink/v1/files"], server.Requests.Select(request => request.Address.AbsoluteUri));
        Assert.All(server.Requests, request => Assert.True(request.Headers.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task AServerWithoutTls_GetsNothing()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json("{}"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Calls.SendAsync(new ApiCall(s_elsewhere with { Server = "http://api.test" })));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task AServerWithoutTls_IsAsked_WhereTheCallerAllowsIt()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json("{}"));
        using HttpClient http = server.Client();
        EvolinkOptions options = TestApi.Options();
        options.AllowInsecureHttp = true;
        using TestClient client = new(options, http, TestApi.Descriptor with { Servers = ["http://api.test"] });

        await client.Calls.SendAsync(new ApiCall(s_elsewhere with { Server = "http://api.test" }));

        Assert.Equal("Bearer " + TestApi.Key, server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task AServerWithoutTls_IsRefused_WithTheWayOut()
    {
        using TestClient client = new(TestApi.Options());

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.Calls.SendAsync(new ApiCall(s_elsewhere with { Server = "http://someone:secret@api.test?secret" })));

        Assert.Contains("EvolinkOptions.AllowInsecureHttp", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyThatTheServerQuotes_IsMasked()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json($$"""{"error":{"code":"invalid_api_key","message":"Incorrect key {{TestApi.Key}}"} }""", System.Net.HttpStatusCode.Unauthorized));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.GetTaskAsync());

        Leaks.AssertNoKey(error);
        Assert.Contains("WXYZ", error.Message, StringComparison.Ordinal);
        Assert.Contains("EVOLINK_API_KEY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADisposedClient_SaysSo()
    {
        TestClient client = new(TestApi.Options());
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SubmitAsync(new TestRequest()));
    }

    [Fact]
    public async Task TheCallersHttpClient_IsLeftAsItWas()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using (TestClient client = new(TestApi.Options(), http)) await client.GetTaskAsync();

        Assert.Empty(http.DefaultRequestHeaders);
        Assert.Null(http.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(100), http.Timeout);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync(new Uri("https://still.alive"))).StatusCode);
    }
}
