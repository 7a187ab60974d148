using System.Net;
using System.Net.Http.Headers;

namespace Evolink.Tests;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("{\"model\": \"film-1\",\n  oops}", "line 2, column 3")]
    [InlineData("", "empty")]
    [InlineData("{\"model\":\"film-1\",\"prompt\":\"\\ud800\"}", "not Unicode text")]
    public async Task ABodyThatIsNotJson_IsRefusedWithItsPlace(string body, string place)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync(Api.Creates, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(place, answer.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("application/problem+json", HttpStatusCode.OK)]
    public async Task TheContentType_HasToBeJson(string contentType, HttpStatusCode status)
    {
        await using Api api = await Api.StartAsync();

        Assert.Equal(status, (await api.PostAsync(Api.Creates, Api.Film, contentType: contentType)).Status);
    }

    [Fact]
    public async Task ABodyOverTheLimit_IsTooLarge()
    {
        await using Api api = await Api.StartAsync(options => options with { MaxRequestBytes = 1000 });

        Answer answer = await api.PostAsync(Api.Creates, $$"""{"model":"film-1","prompt":"{{new string('a', 1000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("request_too_large", answer.Error("code"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk-wrong")]
    [InlineData("sk-simulator ")]
    public async Task WithoutTheKey_EverythingIsUnauthorized(string? key)
    {
        await using Api api = await Api.StartAsync();
        string id = await api.CreateAsync();
        api.Client.DefaultRequestHeaders.Authorization = null;
        if (key is not null) api.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer  " + key);

        foreach (Answer answer in new[] { await api.PostAsync(Api.Creates, Api.Film), await api.GetAsync("/v1/tasks/" + id), await api.GetAsync("/v1/credits") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal("unauthorized", answer.Error("code"));
            Assert.Equal("authentication_error", answer.Error("type"));
        }
        Assert.Single(api.Simulator.Ledger);
    }

    [Fact]
    public async Task TheSpecsOwnWords_AreUsedForItsErrors()
    {
        await using Api api = await Api.StartAsync();
        api.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-wrong");

        Assert.Equal("Documented words", (await api.PostAsync(Api.Creates, Api.Film)).Error("message"));
    }

    [Fact]
    public async Task AnUnknownRouteAndAWrongMethod_GetTheErrorShapeToo()
    {
        await using Api api = await Api.StartAsync();

        Answer nowhere = await api.GetAsync("/v2/nothing");
        Answer wrong = await api.GetAsync(Api.Creates);

        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (nowhere.Status, nowhere.Error("code")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method_not_allowed"), (wrong.Status, wrong.Error("code")));
    }

    [Fact]
    public async Task EveryAnswer_HasARequestIdOfItsOwn()
    {
        await using Api api = await Api.StartAsync();

        string?[] ids = [(await api.GetAsync("/nowhere")).Header("x-request-id"), (await api.PostAsync(Api.Creates, Api.Film)).Header("x-request-id")];

        Assert.All(ids, static id => Assert.StartsWith("req-", id, StringComparison.Ordinal));
        Assert.Distinct(ids);
        Assert.Equal(ids, api.Simulator.Requests.Select(static request => request.RequestId));
    }

    [Fact]
    public async Task AScriptThatThrows_IsSeenInTheAnswer()
    {
        await using Api api = await Api.StartAsync(options => options with { Script = static _ => throw new InvalidOperationException("out of ideas") });

        Answer answer = await api.PostAsync(Api.Creates, Api.Film);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("out of ideas", answer.Error("message"), StringComparison.Ordinal);
        Assert.Empty(api.Simulator.Ledger);
    }
}
