using System.Net;
using System.Text;
using Evolink.Runtime.Errors;
using Evolink.Tests.Support;

namespace Evolink.Tests.Errors;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("""{"error":{"code":"task_not_found","message":"m","type":"t","param":"p","fallback_suggestion":"s"}}""", "task_not_found", "m", "t", "p", "s")]
    [InlineData("""{"error":{"code":400,"message":"m"}}""", "400", "m", null, null, null)]
    [InlineData("""{"success":false,"code":40001,"msg":"too large"}""", "40001", "too large", null, null, null)]
    [InlineData("""{"error":"just words"}""", null, "just words", null, null, null)]
    [InlineData("""{"code":"c","message":"m"}""", "c", "m", null, null, null)]
    [InlineData("""{"error":{"code":{"a":1},"message":[1]}}""", null, null, null, null, null)]
    [InlineData("""{"error":null}""", null, null, null, null, null)]
    [InlineData("""["no object"]""", null, null, null, null, null)]
    [InlineData("""<html>502</html>""", null, null, null, null, null)]
    [InlineData("", null, null, null, null, null)]
    public void EveryShapeOfError_IsRead(string body, string? code, string? message, string? type, string? param, string? suggestion)
    {
        ApiErrorBody error = ApiErrorBody.Read(Encoding.UTF8.GetBytes(body), TestApi.Key);

        Assert.Equal((code, message, type, param, suggestion, body), (error.Code, error.Message, error.Type, error.Param, error.Suggestion, error.Body));
    }

    [Theory]
    [InlineData(403, "insufficient_user_quota", EvolinkErrorKind.InsufficientQuota)]
    [InlineData(401, "key_expired", EvolinkErrorKind.Authentication)]
    [InlineData(500, "model_unavailable", EvolinkErrorKind.Unavailable)]
    [InlineData(500, "invalid_parameters", EvolinkErrorKind.InvalidRequest)]
    [InlineData(402, "quota_exceeded", EvolinkErrorKind.InsufficientQuota)]
    [InlineData(429, "quota_exceeded", EvolinkErrorKind.RateLimited)]
    [InlineData(409, "idempotency_conflict", EvolinkErrorKind.Conflict)]
    [InlineData(418, "teapot", EvolinkErrorKind.Unknown)]
    [InlineData(504, null, EvolinkErrorKind.Server)]
    [InlineData(404, "404", EvolinkErrorKind.NotFound)]
    public void TheCode_GoesBeforeTheStatus(int status, string? code, EvolinkErrorKind kind) => Assert.Equal(kind, ErrorKinds.Classify((HttpStatusCode)status, code));

    [Theory]
    [InlineData("x-request-id")]
    [InlineData("X-Oneapi-Request-Id")]
    public async Task TheRequestId_IsOnTheException_AndInItsMessage(string header)
    {
        StubServer server = StubServer.Sequence(() =>
        {
            HttpResponseMessage response = StubServer.Error(HttpStatusCode.BadRequest);
            response.Headers.Add(header, "req-42");
            return response;
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.GetTaskAsync());

        Assert.Equal("req-42", error.RequestId);
        Assert.Contains("req-42", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyAtTheCutOfAnExcerpt_IsStillMasked()
    {
        string body = new string('x', 4090) + TestApi.Key;

        Assert.DoesNotContain("sk-test", ApiErrorBody.Read(Encoding.UTF8.GetBytes(body), TestApi.Key).Body, StringComparison.Ordinal);
    }
}
