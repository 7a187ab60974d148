using System.Net;
using System.Text;
using Evolink.Runtime.Text;
using Evolink.Tests.Support;

namespace Evolink.Tests.Text;

/// <summary>A server that quotes the key: it is masked wherever the quotation can reach a text.</summary>
public sealed class QuotedKeyTests
{
    private const string Key = "sk/live+0123456789/abc=def:XYZW";

    public static TheoryData<string> Forms =>
    [
        Key,
        Key.ToUpperInvariant(),
        Uri.EscapeDataString(Key),
        Uri.EscapeDataString(Key).ToLowerInvariant(),
        Key.Replace("/", "\\/", StringComparison.Ordinal),
        string.Concat(Key.Select(c => $"\\u{(int)c:x4}")),
        WebUtility.HtmlEncode(Key.Replace("+", "&#43;", StringComparison.Ordinal)).Replace("&amp;#43;", "&#x2B;", StringComparison.Ordinal),
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheKey_IsFound_HoweverItIsWritten(string form)
    {
        string masked = MaskedKey.Remove($"Incorrect: '{form}' and '{form}'.", Key);

        // In base64 the last character may hold the beginning of what follows the key, so it stays.
        Assert.Matches("^Incorrect: '(Basic )?\\*{4}XYZW(w==)?' and '(Basic )?\\*{4}XYZW(w==)?'\\.$", masked);
    }

    [Fact]
    public void ThePassword_OfAnAccount_IsASecretOfItsOwn() =>
        Assert.DoesNotContain("correct-horse", MaskedKey.Remove("The password 'correct-horse' is wrong.", "someone:correct-horse"), StringComparison.Ordinal);

    [Fact]
    public void ATextWithoutTheKey_StaysAsItIs()
    {
        const string Text = "sk/live+ is no key, and 100% &amp; \\u0041 are none.";

        Assert.Same(Text, MaskedKey.Remove(Text, Key));
    }

    [Fact]
    public async Task InEveryMemberOfAnError_AndItsHeaders_ItIsMasked()
    {
        StubServer server = new(_ =>
        {
            HttpResponseMessage response = StubServer.Json(
                $$"""{"error":{"code":"bad {{TestApi.Key}}","message":"m {{TestApi.Key}}","type":"t {{TestApi.Key}}","param":"{{TestApi.Key}}","fallback_suggestion":"s {{TestApi.Key}}"} }""", HttpStatusCode.BadRequest);
            response.Headers.TryAddWithoutValidation("x-request-id", "req-" + TestApi.Key);
            return response;
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => client.GetTaskAsync());

        Leaks.AssertNoKey(error);
        Assert.Equal("req-****WXYZ", error.RequestId);
        Assert.Equal("****WXYZ", error.Param);
    }

    [Fact]
    public async Task InAFailedTask_ItIsMasked_AndTheTypedTaskIsAsItCame()
    {
        string error = $$"""{"code":"c_{{TestApi.Key}}","message":"m\nFAKE {{TestApi.Key}} \u001b[31m","suggestion":"Use {{TestApi.Key}}"}""";
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("failed", $"\"error\":{error}")));
        using HttpClient http = server.Client();
        ManualTimeProvider time = new();
        using TestClient client = new(TestApi.Options(time), http);

        EvolinkTaskFailedException failed = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => time.RunAsync(client.Resume("task-unified-1").WaitAsync()));

        Leaks.AssertNoKey(failed);
        Assert.Contains("****WXYZ", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(failed.Message, char.IsControl);
        Assert.Equal("failed", failed.Snapshot!.Value.GetProperty("status").GetString());
    }

    [Fact]
    public async Task InAnUnknownStatus_ItIsMasked()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task(TestApi.Key)));
        using HttpClient http = server.Client();
        ManualTimeProvider time = new();
        using TestClient client = new(TestApi.Options(time), http);

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => time.RunAsync(client.Resume("task-unified-1").WaitAsync()));

        Leaks.AssertNoKey(error);
        Assert.Contains("****WXYZ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAHeaderThatDotNetQuotes_ItIsMasked()
    {
        await using RawServer server = new(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nno colon {TestApi.Key}\r\n\r\n");
        });
        EvolinkOptions options = server.Options();
        options.MaxRetries = 0;
        using TestClient client = new(options);

        EvolinkException error = await Assert.ThrowsAnyAsync<EvolinkException>(() => client.SubmitAsync(new TestRequest()));

        Leaks.AssertNoKey(error);
        Assert.IsType<EvolinkOutcomeUnknownException>(error);
    }
}
