using System.Net;
using System.Text;
using Evolink.Studio.Tests.Support;
using Evolink.Tool.Tests.Support;

namespace Evolink.Studio.Tests.Endpoints;

/// <summary>Who may use a studio.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly TestHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("/", HttpStatusCode.Unauthorized)]
    [InlineData("/?token=wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/assets/main.js", HttpStatusCode.Unauthorized)]
    [InlineData("/api/models", HttpStatusCode.Unauthorized)]
    [InlineData("/api/jobs", HttpStatusCode.Unauthorized)]
    [InlineData("/api/events", HttpStatusCode.Unauthorized)]
    public async Task WithoutTheToken_NothingIsShown(string path, HttpStatusCode expected)
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"]);
        using HttpClient stranger = new() { BaseAddress = studio.Server };
        using HttpResponseMessage response = await stranger.GetAsync(path, Token);
        Assert.Equal(expected, response.StatusCode);
        Assert.Contains("holds the token", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task TheTokenBecomesACookieThatNoScriptReads_AndThatNoOtherSiteSends()
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"]);
        Assert.True(studio.Page.IsLoopback);
        using HttpClient browser = new(new HttpClientHandler { UseCookies = false }, disposeHandler: true);
        using HttpResponseMessage response = await browser.GetAsync(studio.Page, Token);
        string cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example.com", null, null)]
    [InlineData("127.0.0.1", "https://evil.example.com", null)]
    [InlineData("127.0.0.1", "http://127.0.0.1:1", null)] // another server of this machine: browsers send it the same cookies
    [InlineData("127.0.0.1", "null", null)]
    [InlineData("127.0.0.1", null, "cross-site")]
    [InlineData("127.0.0.1", null, "same-site")]
    public async Task WhoComesFromElsewhere_IsRefused_AlsoWithTheCookie(string host, string? origin, string? site)
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"]);
        HttpClient http = await studio.OpenAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/models");
        if (host != "127.0.0.1")
        {
            // The cookie goes by the host, so it is put there by hand.
            using HttpClient plain = new(new HttpClientHandler { UseCookies = false }, disposeHandler: true);
            using HttpResponseMessage page = await plain.GetAsync(studio.Page, Token);
            request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        }

        request.Headers.Host = $"{host}:{studio.Server.Port}";
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        using HttpResponseMessage response = await http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task WhatAFormOfAnotherSiteCouldSend_BeginsNoJob(string type)
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"]);
        using StringContent body = new("""{"model":"x","request":{}}""", Encoding.UTF8, type);
        using HttpResponseMessage response = await (await studio.OpenAsync()).PostAsync("/api/jobs", body, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(0, (await studio.GetAsync("/api/jobs")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(true, new string[0], 1)]
    [InlineData(true, new[] { "--no-browser" }, 0)]
    [InlineData(false, new string[0], 0)]
    public async Task APageIsOpened_WhereSomebodySitsAtATerminal(bool isTerminal, string[] arguments, int expected)
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate", .. arguments], isTerminal);
        await studio.OpenAsync();
        Assert.Equal(0, await studio.StopAsync());
        Assert.Equal(expected, studio.Shown.Count);
    }

    [Fact]
    public async Task ABrowserIsStartedWithAFile_WhichAloneHoldsTheToken_AndIsGoneOnceThePageIsThere()
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"], isTerminal: true);
        Uri shown = Assert.Single(studio.Shown);
        Assert.True(shown.IsFile);
        string token = studio.Page.Query.Split('=')[1];
        Assert.DoesNotContain(token, shown.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(studio.Page.AbsoluteUri, await File.ReadAllTextAsync(shown.LocalPath, Token), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(shown.LocalPath));

        await studio.OpenAsync();
        Assert.False(File.Exists(shown.LocalPath));
    }

    [Fact]
    public async Task AFileThatNoBrowserHasOpened_IsGoneWithTheStudio()
    {
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"], isTerminal: true);
        Uri shown = Assert.Single(studio.Shown);
        await studio.StopAsync();
        Assert.False(File.Exists(shown.LocalPath));
    }

    [Fact]
    public async Task WithoutAKey_ItSaysHowToGoOn() =>
        (await _home.RunAsync("studio")).Ended(2).Says("There is no API key").Says("--simulate");
}
