using System.Net;
using System.Net.Http.Headers;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Mcp;

/// <summary>What an agent may not do, and who may not be one.</summary>
public sealed class LimitTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";
    private static readonly object s_request = new { image_urls = new[] { "https://cdn.example.com/cat.png" } };

    private readonly TestHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task AnInvalidRequest_IsNotSent_AndSaysWhatIsMeant()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using McpRun run = await McpRun.StdioAsync(_home);
        string problem = await run.FailAsync("generate", new { model = Model, request = new { promt = "x" }, max_credits = 1_000_000 });
        Assert.Contains("did you mean 'prompt'?", problem, StringComparison.Ordinal);
        Assert.Contains("did you mean 'kling-v3-motion-control'?", await run.FailAsync("get_model", new { model = "kling-v3-motion-controll" }), StringComparison.Ordinal);
        Assert.Empty(service.Ledger);
    }

    [Fact]
    public async Task AKeyThatIsTooLong_IsSaid_AndAnEmptyOneIsNone()
    {
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate");
        Assert.Contains("Key", await run.FailAsync("generate", new { model = Model, request = s_request, max_credits = 1_000_000, key = new string('k', 10_000) }), StringComparison.Ordinal);
        Assert.Equal("completed", (await run.CallAsync("generate", new { model = Model, request = s_request, max_credits = 1_000_000, key = "" })).GetProperty("state").GetString());
    }

    [Fact]
    public async Task TheUsersCap_GoesBeforeTheAgents()
    {
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate", "--max-credits", "100");
        Assert.Contains("The user allows at most 100 credits", await run.FailAsync("generate", new { model = Model, request = s_request, max_credits = 101 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARequestThatMayCostMoreThanTheCap_IsNotSent(bool overHttp)
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using McpRun run = overHttp ? await McpRun.HttpAsync(_home) : await McpRun.StdioAsync(_home);
        decimal cost = (await run.CallAsync("estimate_cost", new { model = Model, request = s_request })).GetProperty("to_credits").GetDecimal();
        string refusal = await run.FailAsync("generate", new { model = Model, request = s_request, max_credits = cost - 1 });
        Assert.Contains("Nothing was sent. It may cost", refusal, StringComparison.Ordinal);
        Assert.Empty(service.Ledger);
    }

    [Fact]
    public async Task ACostThatIsNotKnown_IsRefused_UnlessTheUserAllowsIt()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        object wish = new { model = "wan3.0-reference-video", request = new { prompt = "x", duration = 5, video_urls = new[] { "https://cdn.example.com/a.mp4" } }, max_credits = 10_000_000 };
        await using (McpRun careful = await McpRun.StdioAsync(_home))
        {
            Assert.Contains("--allow-unknown-cost", await careful.FailAsync("generate", wish), StringComparison.Ordinal);
            Assert.Empty(service.Ledger);
        }

        await using McpRun run = await McpRun.StdioAsync(_home, "--allow-unknown-cost");
        Assert.Equal("completed", (await run.CallAsync("generate", wish)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task AFileOutsideOfTheFolders_IsNotUploaded_AndARequestUploadsNone()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        Directory.CreateDirectory(_home.PathOf("allowed"));
        await File.WriteAllBytesAsync(_home.PathOf("secret.png"), TestFiles.Png, Token);
        File.CreateSymbolicLink(_home.PathOf("allowed/link.png"), _home.PathOf("secret.png"));
        await using McpRun run = await McpRun.StdioAsync(_home, "--folder", _home.PathOf("allowed"));
        foreach (string path in new[] { "../secret.png", _home.PathOf("secret.png"), "link.png" })
        {
            Assert.Contains("outside of what the user allows", await run.FailAsync("upload_file", new { path }), StringComparison.Ordinal);
        }

        foreach (string image in new[] { _home.PathOf("secret.png"), new Uri(_home.PathOf("secret.png")).AbsoluteUri })
        {
            await run.FailAsync("generate", new { model = Model, request = new { image_urls = new[] { image } }, max_credits = 10_000_000 });
        }

        Assert.Contains("expected an image", await UploadTextAsync(run), StringComparison.Ordinal);
        Assert.DoesNotContain(service.Requests, static request => request.Method == "POST");
    }

    [Fact]
    public async Task TheRootOfAFileSystem_AllowsWhatIsBelowIt()
    {
        await File.WriteAllBytesAsync(_home.PathOf("cat.png"), TestFiles.Png, Token);
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate", "--folder", Path.GetPathRoot(_home.PathOf("cat.png"))!);
        Assert.StartsWith("https://", (await run.CallAsync("upload_file", new { path = _home.PathOf("cat.png") })).GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAKey_ModelsCanBeLookedAt_AndNothingGenerated()
    {
        await using McpRun run = await McpRun.StdioAsync(_home);
        Assert.NotEqual(0, (await run.CallAsync("search_models")).GetProperty("total").GetInt32());
        Assert.Contains("There is no API key", await run.FailAsync("generate", new { model = Model, request = s_request, max_credits = 100 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatIsNotAllowed_IsNotWrittenTo()
    {
        Directory.CreateDirectory(_home.PathOf("allowed"));
        Directory.CreateDirectory(_home.PathOf("allowed-not"));
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate", "--folder", _home.PathOf("allowed"));
        string job = (await run.CallAsync("generate", new { model = Model, request = s_request, max_credits = 10_000_000 })).GetProperty("job").GetString()!;
        foreach (string folder in new[] { "..", "../allowed-not", "/tmp", _home.PathOf("allowed-not") })
        {
            Assert.Contains("outside of what the user allows", await run.FailAsync("download_result", new { job, folder }), StringComparison.Ordinal);
        }

        Directory.CreateSymbolicLink(_home.PathOf("allowed/link"), _home.PathOf("allowed-not"));
        Assert.Contains("outside of what the user allows", await run.FailAsync("download_result", new { job, folder = "link/deeper" }), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.PathOf("allowed-not")));
    }

    [Fact]
    public async Task WithoutAFolder_NothingIsSaved()
    {
        await using McpRun run = await McpRun.StdioAsync(_home, "--simulate");
        Assert.Contains("--folder", await run.FailAsync("download_result", new { job = "job-1" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "127.0.0.1", null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer wrong", "127.0.0.1", null, HttpStatusCode.Unauthorized)]
    [InlineData("right", "evil.example.com", null, HttpStatusCode.Forbidden)]
    [InlineData("right", "127.0.0.1", "https://evil.example.com", HttpStatusCode.Forbidden)]
    public async Task OverHttp_WhoHasNoTokenOrComesFromElsewhere_IsRefused(string? authorization, string host, string? origin, HttpStatusCode expected)
    {
        await using McpRun run = new();
        (Uri address, string right) = await run.ServeAsync(_home, "--simulate");
        Assert.True(address.IsLoopback);
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", new MediaTypeHeaderValue("application/json")) };
        request.Headers.Host = $"{host}:{address.Port}";
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization == "right" ? right : authorization);
        if (origin is not null) request.Headers.Add("Origin", origin);
        using HttpResponseMessage response = await http.SendAsync(request, Token);
        Assert.Equal(expected, response.StatusCode);
    }

    private async Task<string> UploadTextAsync(McpRun run)
    {
        await File.WriteAllTextAsync(_home.PathOf("allowed/notes.txt"), "no picture", Token);
        return await run.FailAsync("upload_file", new { path = "notes.txt", model = Model, parameter = "image_urls" });
    }
}
