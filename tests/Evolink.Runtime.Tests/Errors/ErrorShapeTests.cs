using System.Net;
using System.Text;
using Evolink.Runtime.Errors;
using Evolink.Tests.Support;

namespace Evolink.Tests.Errors;

/// <summary>The reason of a refusal stands in the exception, in whichever of the usual shapes the server gives it.</summary>
public sealed class ErrorShapeTests
{
    [Theory]
    [InlineData("""{"type":"about:blank","title":"Bad Request","status":400,"detail":"x must be positive"}""", "x must be positive")]
    [InlineData("""{"title":"x must be positive","status":400}""", "x must be positive")]
    [InlineData("""{"title":"One or more errors.","errors":{"Prompt":["x must be positive"]}}""", "One or more errors: Prompt: x must be positive")]
    [InlineData("""{"detail":"x must be positive"}""", "x must be positive")]
    [InlineData("""{"detail":[{"loc":["body","items",0,"x"],"msg":"x must be positive","type":"value_error"}]}""", "body.items[0].x: x must be positive")]
    [InlineData("""{"detail":{"code":7,"message":"x must be positive"}}""", "x must be positive")]
    [InlineData("""{"detail":{"x":["must be positive"]}}""", "x: must be positive")]
    [InlineData("""{"errors":["x must be positive","y must not"]}""", "x must be positive; y must not")]
    [InlineData("""{"errors":[{"message":"x must be positive","path":["a",1]}]}""", "a[1]: x must be positive")]
    [InlineData("""{"errors":[{"status":"422","title":"Invalid","detail":"x must be positive","source":{"pointer":"/data/x"}}]}""", "/data/x: x must be positive")]
    [InlineData("""{"error":"invalid_grant","error_description":"x must be positive"}""", "(invalid_grant): x must be positive")]
    [InlineData("""{"status":400,"error":"Bad Request","message":"x must be positive","path":"/x"}""", "x must be positive")]
    [InlineData("""{"error":{"errors":[{"message":"x must be positive"}]}}""", "x must be positive")]
    [InlineData("""{"error":true,"msg":"x must be positive"}""", "x must be positive")]
    [InlineData("""[{"error":{"code":400,"message":"x must be positive"}}]""", "(400): x must be positive")]
    [InlineData("\"x must be positive\"", "x must be positive")]
    [InlineData("""{"message":"x must be positive","message":null}""", "x must be positive")]
    [InlineData("""{"message":"x must \ud83d be positive"}""", "x must \ufffd be positive")]
    [InlineData("\ufeff{\"message\":\"x must be positive\"}", "x must be positive")]
    public async Task TheReason_IsInTheMessage(string body, string expected)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(body, HttpStatusCode.BadRequest));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.GetTaskAsync());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(EvolinkErrorKind.InvalidRequest, error.Kind);
    }

    [Fact]
    public async Task PlainText_IsAReason()
    {
        StubServer server = StubServer.Sequence(() => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("x must be positive", Encoding.UTF8, "text/plain") });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.GetTaskAsync());

        Assert.Contains("400: x must be positive", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProblemWithAGoodStatus_IsAnError_OfAnyOperation()
    {
        StubServer server = StubServer.Sequence(() => new HttpResponseMessage { Content = new StringContent("""{"status":404,"detail":"no such file"}""", Encoding.UTF8, "application/problem+json") });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.Calls.SendAsync(new ApiCall(TestApi.Upload)));

        Assert.Equal(EvolinkErrorKind.NotFound, error.Kind);
        Assert.Contains("no such file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("type")]
    [InlineData("param")]
    [InlineData("suggestion")]
    [InlineData("message")]
    public void AKeyThatTheServerQuotes_IsMaskedInEveryMember(string member)
    {
        ApiErrorBody error = ApiErrorBody.Read(Encoding.UTF8.GetBytes($$$"""{"error":{"{{{member}}}":"no {{{TestApi.Key}}}"}}"""), TestApi.Key);

        Assert.DoesNotContain(TestApi.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":0,"message":"ok"}""")]
    [InlineData("""{"code":1,"message":"accepted"}""")]
    [InlineData("""{"code":"200","message":"success"}""")]
    [InlineData("""{"code":"task_created","message":"accepted"}""")]
    [InlineData("""{"message":"accepted"}""")]
    [InlineData("""{"success":true,"error":null,"errors":[],"detail":""}""")]
    [InlineData("""{"error":{"code":null,"message":null}}""")]
    [InlineData("""{"error":false}""")]
    public void WhatMayBeASuccess_IsNoStatementOfAnError(string body) => Assert.False(ApiErrorBody.Read(Encoding.UTF8.GetBytes(body), "").StatesError);
}
