using System.Net;
using System.Text;
using Evolink.Runtime.Errors;
using Evolink.Tests.Support;

namespace Evolink.Tests.Errors;

/// <summary>What a refusal says beside its message, on the wire and in the exception.</summary>
public sealed class RefusalDetailsTests
{
    [Fact]
    public async Task AllThatARefusalSays_IsTyped_AndInTheMessageWhatAPersonNeeds()
    {
        EvolinkApiException error = await RefusedAsync(402, """
            {"error":{"code":"insufficient_user_quota","message":"Not enough credits","estimated_credits":120.5,"account_balance_credits":"35",
             "allowed_models":["veo-3","sora-2"],"action_url":"https://evolink.ai/dashboard/billing?session=abc","limits":{"daily":100},
             "limit_scope":"account","reset_timezone":"Asia/Shanghai","fallback_suggestion":"veo-3-fast"}}
            """);

        Assert.Equal((EvolinkErrorKind.InsufficientQuota, 120.5m, 35m), (error.Kind, error.EstimatedCredits, error.AccountBalanceCredits));
        Assert.Equal(["veo-3", "sora-2"], error.AllowedModels);
        Assert.Equal("https://evolink.ai/dashboard/billing?session=abc", error.ActionUrl!.OriginalString);
        Assert.Equal(100, error.Limits!.Value.GetProperty("daily").GetInt32());
        Assert.Equal(("account", "Asia/Shanghai", "veo-3-fast"), (error.LimitScope, error.ResetTimezone, error.FallbackModel));
        Assert.StartsWith(
            "createVideo was answered with 402 (insufficient_user_quota): Not enough credits. The service suggests the model 'veo-3-fast' instead. "
            + "It would cost about 120.5 credits, and the account has 35. The key may use veo-3, sora-2. Top up the account, or raise the key's limit. "
            + "The limit begins anew at midnight (Asia/Shanghai). See https://evolink.ai/dashboard/billing [",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusalThatSaysNothingMore_HasNothing()
    {
        EvolinkApiException error = await RefusedAsync(400, """{"error":{"code":"invalid_parameters","message":"No."}}""");

        Assert.Equal((null, null, null, null, null, null, null), (error.EstimatedCredits, error.AccountBalanceCredits, error.ActionUrl, error.Limits, error.LimitScope, error.ResetTimezone, error.FallbackModel));
        Assert.Empty(error.AllowedModels);
    }

    [Theory]
    [InlineData("""{"error":{"code":"x","details":{"estimated_credits":7}}}""")]
    [InlineData("""{"error":{"code":"x"},"estimated_credits":"7.0"}""")]
    [InlineData("""{"code":"x","message":"m","estimated_credits":7}""")]
    [InlineData("""{"error":"x_y","metadata":{"estimated_credits":7}}""")]
    [InlineData("""{"error":{"code":"x","estimated_credits":null},"estimated_credits":7}""")]
    public void Details_AreFound_WhereverTheyStand(string body) => Assert.Equal(7, Read(body).EstimatedCredits);

    [Theory]
    [InlineData("""["a","b"]""", "a b")]
    [InlineData("\"a, b\"", "a b")]
    [InlineData("""[{"id":"a"},{"model":"b"},{"name":"c"},7,null]""", "a b")]
    [InlineData("""{"model":"a"}""", "a")]
    [InlineData("""["try another one","a"]""", "a")]
    [InlineData("17", "")]
    [InlineData("true", "")]
    [InlineData("[[\"a\"]]", "")]
    public void AllowedModels_AreReadInEveryShape(string json, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read($$$"""{"error":{"code":"x","allowed_models":{{{json}}}}}""").AllowedModels));

    [Theory]
    [InlineData("\"try a shorter prompt\"", null)]
    [InlineData("\"veo-3\"", "veo-3")]
    [InlineData("""["veo-3","sora-2"]""", "veo-3")]
    [InlineData("{}", null)]
    [InlineData("\"  \"", null)]
    public void AFallback_IsAModel_OrNone(string json, string? expected) => Assert.Equal(expected, Read($$$"""{"error":{"code":"x","fallback_suggestion":{{{json}}}}}""").FallbackModel);

    [Theory]
    [InlineData("\"javascript:alert(1)\"")]
    [InlineData("\"file:///etc/passwd\"")]
    [InlineData("\"/billing\"")]
    [InlineData("{}")]
    public void AnActionUrl_IsAWebPage_OrNone(string json) => Assert.Null(Read($$$"""{"error":{"code":"x","action_url":{{{json}}}}}""").ActionUrl);

    [Theory]
    [InlineData("estimated_credits", "[]")]
    [InlineData("estimated_credits", "1e400")]
    [InlineData("account_balance_credits", "\"plenty\"")]
    [InlineData("limit_scope", "{}")]
    [InlineData("reset_timezone", "[1]")]
    public async Task AMemberOfAnotherKind_HidesNothingElse(string name, string json)
    {
        EvolinkApiException error = await RefusedAsync(402, $$$"""{"error":{"code":"insufficient_quota","message":"No credits","{{{name}}}":{{{json}}},"fallback_suggestion":"veo-3"}}""");

        Assert.Equal(("veo-3", EvolinkErrorKind.InsufficientQuota), (error.FallbackModel, error.Kind));
        Assert.Equal((null, null, null, null), (error.EstimatedCredits, error.AccountBalanceCredits, error.LimitScope, error.ResetTimezone));
    }

    [Fact]
    public async Task TheKey_StaysOutOfTheDetails()
    {
        EvolinkApiException error = await RefusedAsync(403, $$$"""
            {"error":{"code":"key_model_not_allowed","message":"m","limits":{"key":"{{{TestApi.Key}}}"},"limit_scope":"{{{TestApi.Key}}}","allowed_models":["{{{TestApi.Key}}}"],
             "action_url":"https://evolink.ai/keys/{{{TestApi.Key}}}","reset_timezone":"{{{TestApi.Key}}}","fallback_suggestion":"{{{TestApi.Key}}}"}}
            """);

        Leaks.AssertNoKey(error);
        Assert.All(new[] { error.Limits!.Value.GetRawText(), error.LimitScope!, error.AllowedModels[0], error.ActionUrl!.OriginalString, error.ResetTimezone!, error.FallbackModel! },
            text => Assert.DoesNotContain(TestApi.Key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFailedTask_NamesTheModelToTry()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("failed", "\"error\":{\"code\":\"generation_timeout\",\"message\":\"Too slow\",\"fallback_suggestion\":\"veo-3-fast\"}")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(new ManualTimeProvider()), http);

        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => client.GenerateAsync(new TestRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(("veo-3-fast", true), (error.FallbackModel, error.MayBeCured));
        Assert.Contains("Too slow. The service suggests the model 'veo-3-fast' instead.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "content_filter", EvolinkErrorKind.ContentPolicy)]
    [InlineData(500, "sensitive_content", EvolinkErrorKind.ContentPolicy)]
    [InlineData(403, "moderation_blocked", EvolinkErrorKind.ContentPolicy)]
    [InlineData(422, "input_moderation_failed", EvolinkErrorKind.ContentPolicy)]
    [InlineData(400, "key_model_not_allowed", EvolinkErrorKind.PermissionDenied)]
    [InlineData(403, "user_disabled", EvolinkErrorKind.Authentication)]
    [InlineData(429, "key_quota_exhausted", EvolinkErrorKind.InsufficientQuota)]
    [InlineData(429, "token_daily_quota_exceeded", EvolinkErrorKind.InsufficientQuota)]
    [InlineData(429, "key_daily_quota_exhausted", EvolinkErrorKind.InsufficientQuota)]
    [InlineData(400, "channel_selection_failed", EvolinkErrorKind.Unavailable)]
    [InlineData(400, "channel:no_available_key", EvolinkErrorKind.Unavailable)]
    [InlineData(200, "40001", EvolinkErrorKind.InvalidRequest)]
    [InlineData(400, "40002", EvolinkErrorKind.InvalidRequest)]
    [InlineData(400, "40003", EvolinkErrorKind.InsufficientQuota)]
    [InlineData(500, "40004", EvolinkErrorKind.InvalidRequest)]
    [InlineData(200, "50001", EvolinkErrorKind.Server)]
    public void ObservedCodes_HaveTheirKinds(int status, string code, EvolinkErrorKind kind) =>
        Assert.Equal(kind, ErrorKinds.Classify((HttpStatusCode)status, ErrorOf(code), isEvolink: true));

    [Fact]
    public void TheNumbersOfTheFilesApi_MeanNothingElsewhere() =>
        Assert.Equal(EvolinkErrorKind.Unknown, ErrorKinds.Classify(HttpStatusCode.OK, ErrorOf("40003"), isEvolink: false));

    [Theory]
    [InlineData("key_daily_quota_exhausted", "The key's limit of the day is used up")]
    [InlineData("key_quota_exhausted", "The key's own limit is used up")]
    [InlineData("insufficient_user_quota", "Top up the account")]
    public async Task AQuota_SaysWhoseItIs_AndIsNotTriedAgain(string code, string advice)
    {
        StubServer server = StubServer.Sequence(() => StubServer.Error(HttpStatusCode.TooManyRequests, code));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest(), TestContext.Current.CancellationToken));

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    private static ApiErrorBody ErrorOf(string code) => ApiErrorBody.Read(Encoding.UTF8.GetBytes($$$"""{"success":false,"code":"{{{code}}}","msg":"m"}"""), TestApi.Key);

    private static RefusalDetails Read(string body) => ApiErrorBody.Read(Encoding.UTF8.GetBytes(body), TestApi.Key).Details;

    private static async Task<EvolinkApiException> RefusedAsync(int status, string body)
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync($"{status} No", body);
        });
        using TestClient client = new(server.Options());
        return await Assert.ThrowsAsync<EvolinkApiException>(() => client.SubmitAsync(new TestRequest(), TestContext.Current.CancellationToken));
    }
}
