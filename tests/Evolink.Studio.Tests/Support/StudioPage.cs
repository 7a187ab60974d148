using System.Collections.Concurrent;
using Evolink.Tool.Tests.Support;
using Microsoft.Playwright;

namespace Evolink.Studio.Tests.Support;

/// <summary>A studio as somebody sees it in a browser. What the page asks of whom, and what it complains of, is written down.</summary>
internal sealed class StudioPage : IAsyncDisposable
{
    private const float Patience = 60_000;

    private readonly IBrowserContext _context;

    private StudioPage(StudioRun studio, IBrowserContext context, IPage page) => (Studio, _context, Page) = (studio, context, page);

    public StudioRun Studio { get; }

    public IPage Page { get; }

    /// <summary>Every address that was asked for anything.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Errors of scripts, and what the policy of contents has refused.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public static async Task<StudioPage> OpenAsync(Chromium chromium, TestHome home, string[] arguments, BrowserNewContextOptions? options = null)
    {
        IBrowser browser = await chromium.GetAsync();
        StudioRun studio = await StudioRun.StartAsync(home, arguments);
        IBrowserContext context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        IPage page = await context.NewPageAsync();
        StudioPage opened = new(studio, context, page);
        context.Request += (_, request) => opened.Requests.Enqueue(request.Url);
        page.PageError += (_, error) => opened.Complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") opened.Complaints.Enqueue(message.Text);
        };
        await page.GotoAsync(studio.Page.AbsoluteUri);
        return opened;
    }

    /// <summary>The field of a parameter.</summary>
    public ILocator Field(string path) => Page.Locator($".field[data-path='{path}']");

    public Task GoToModelAsync(string model) => Page.GotoAsync($"{Studio.Server}#/models/{model}");

    public async Task GenerateAsync()
    {
        await Assertions.Expect(Page.Locator("#verdict")).ToHaveTextAsync("The request is valid.", new() { Timeout = Patience });
        await Page.ClickAsync("#generate");
    }

    public async ValueTask DisposeAsync()
    {
        // The page goes first: what it asks for is answered as long as it is there.
        await _context.CloseAsync();
        await Studio.DisposeAsync();
    }
}
