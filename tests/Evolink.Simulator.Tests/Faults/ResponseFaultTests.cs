using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Evolink.Tests.Faults;

public sealed class ResponseFaultTests
{
    [Theory]
    [InlineData(429, "7", "rate_limit_exceeded", false)]
    [InlineData(503, "Sat, 21 Nov 2026 12:00:07 GMT", null, false)]
    [InlineData(503, "soon", null, false)]
    [InlineData(429, "-5", null, false)]
    [InlineData(502, null, null, true)]
    public async Task AStatus_HasItsRetryAfterWordForWord(int status, string? retryAfter, string? code, bool carriesOut)
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Status(status, retryAfter, code, carriesOut));

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.StartsWith($"HTTP/1.1 {status} ", reply.Text, StringComparison.Ordinal);
        Assert.Equal(retryAfter, reply.Header("Retry-After"));
        Assert.Equal("Sat, 21 Nov 2026 12:00:00 GMT", reply.Header("Date"));
        Assert.Equal(code ?? status.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonNode.Parse(reply.Body)!["error"]!["code"]!.ToString());
        Assert.Equal(carriesOut ? [CreateAnswer.None] : [], api.Simulator.Ledger.Select(entry => entry.Answer));
        Assert.Equal(status, Assert.Single(api.Simulator.Requests).Status);
    }

    [Fact]
    public async Task AWebPage_ComesWithAGoodStatus()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Html());

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.Equal("text/html", reply.Header("Content-Type"));
        Assert.StartsWith("HTTP/1.1 200 OK", reply.Text, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", reply.Body, StringComparison.Ordinal);
        Assert.Empty(api.Simulator.Ledger);
    }

    [Theory]
    [InlineData(302, "http://elsewhere.example/v1")]
    [InlineData(307, "https://elsewhere.example/v1")]
    public async Task ARedirect_NamesItsTarget(int status, string target)
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Redirect(new Uri(target), status));

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.StartsWith($"HTTP/1.1 {status} ", reply.Text, StringComparison.Ordinal);
        Assert.Equal(target, reply.Header("Location"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Garbage_IsNoHttp(bool carriesOut, int charges)
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Garbage(carriesOut));

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.NotEmpty(reply.Text);
        Assert.DoesNotContain("HTTP/1.1", reply.Text, StringComparison.Ordinal);
        Assert.Equal(charges, api.Simulator.Ledger.Count);
    }

    [Fact]
    public async Task AnAnswerOfOnesOwn_IsSentAsItIs()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Answer(206, "video/mp4", "abc", new Dictionary<string, string> { ["ETag"] = "\"v2\"" }));

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.Equal(("video/mp4", "\"v2\"", "abc"), (reply.Header("Content-Type"), reply.Header("ETag"), reply.Body));
    }

    [Fact]
    public async Task AnOversizedAnswer_StopsWhereTheClientDoes()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Oversized(2L * 1024 * 1024 * 1024));
        using RawClient client = await RawClient.ConnectAsync(api.Simulator);
        await client.SendCreateAsync();

        RawReply beginning = await client.ReceiveAsync(until: "xxxx");

        Assert.Contains("{\"padding\":\"", beginning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGzipBomb_IsSmallOnTheWire()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.GzipBomb(20_000_000));
        using HttpClient http = new() { BaseAddress = api.Simulator.BaseAddress };

        using HttpResponseMessage response = await http.PostAsync(Api.Creates, new StringContent(Api.Film), TestContext.Current.CancellationToken);
        byte[] wire = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using GZipStream gzip = new(new MemoryStream(wire), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.ASCII);

        Assert.InRange(wire.Length, 1, 1_000_000);
        Assert.Equal(20_000_000, (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task AScript_MayEditWhatIsSaidOfItsTask()
    {
        await using Api api = await Api.StartAsync(options => options with
        {
            Script = _ => new TaskScript { Steps = [new(TimeSpan.Zero, null), new(TimeSpan.FromSeconds(1), "COMPLETED")], Edit = json => json["progress"] = "many" },
        });
        string id = await api.CreateAsync();

        JsonNode first = await api.QueryAsync(id);
        api.Time.Advance(1);

        Assert.Null(first["status"]);
        Assert.Equal("many", (string?)first["progress"]);
        Assert.Equal("COMPLETED", (string?)(await api.QueryAsync(id))["status"]);
    }
}
