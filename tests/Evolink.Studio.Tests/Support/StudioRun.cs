using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using Evolink.Tool.Tests.Support;

namespace Evolink.Studio.Tests.Support;

/// <summary>A studio that runs in this process, as somebody would have started it in a terminal.</summary>
internal sealed class StudioRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RecordingWriter _error = new();
    private readonly RecordingWriter _output = new();
    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
    private Task<int> _studio = Task.FromResult(0);
    private HttpClient? _http;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The address with the token, as it was written.</summary>
    public Uri Page { get; private set; } = null!;

    /// <summary>The address without the token.</summary>
    public Uri Server => new(Page.GetLeftPart(UriPartial.Authority));

    /// <summary>Pages that were shown to whoever sits at the machine.</summary>
    public List<Uri> Shown { get; } = [];

    /// <summary>What was said beside the address.</summary>
    public string Error => _error.ToString();

    public static async Task<StudioRun> StartAsync(TestHome home, string[] arguments, bool isTerminal = false)
    {
        StudioRun run = new();
        ToolEnvironment environment = home.CreateEnvironment(new Screen(run._output, run._error, TextReader.Null) { IsOutputTerminal = isTerminal }) with
        {
            OpenBrowser = page =>
            {
                run.Shown.Add(page);
                return true;
            },
        };
        run._studio = Task.Run(() => ToolProgram.RunAsync(["studio", .. arguments], environment, run._stop.Token), Token);
        while (!run.Error.Contains("Ctrl-C", StringComparison.Ordinal))
        {
            Assert.False(run._studio.IsCompleted, run.Error);
            await Task.Delay(20, Token);
        }

        run.Page = new Uri(run._output.ToString().Trim());
        return run;
    }

    /// <summary>A client that has opened the page, and so has its cookie.</summary>
    public async Task<HttpClient> OpenAsync()
    {
        if (_http is not null) return _http;
        _http = new HttpClient(_handler, disposeHandler: true) { BaseAddress = Server };
        using HttpResponseMessage page = await _http.GetAsync(Page, Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return _http;
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage response = await (await OpenAsync()).GetAsync(path, Token);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    public async Task<JsonElement> PostAsync(string path, JsonNode body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using StringContent content = new(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await (await OpenAsync()).PostAsync(path, content, Token);
        return await ReadAsync(response, expected);
    }

    /// <summary>Waits until a job of this machine has ended.</summary>
    public async Task<JsonElement> EndOfAsync(string job)
    {
        while (true)
        {
            JsonElement found = await GetAsync($"/api/jobs/{job}");
            if (found.GetProperty("is_end").GetBoolean()) return found;
            await Task.Delay(20, Token);
        }
    }

    /// <summary>Ctrl-C.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _studio.WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http?.Dispose();
        _handler.Dispose();
        _stop.Dispose();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        string text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.StatusCode == expected, $"{response.RequestMessage!.RequestUri}: {response.StatusCode} and not {expected}.\n{text}");
        return JsonElement.Parse(text);
    }
}
