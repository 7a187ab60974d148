using Evolink.Studio.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Evolink.Studio.Tests.Support;

/// <summary>The machine's Chromium without a window, started by the first test that asks for it. Playwright downloads none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly string? _path = s_paths.FirstOrDefault(File.Exists);
    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public Chromium() => _browser = new Lazy<Task<IBrowser>>(StartAsync);

    /// <summary>The browser; skips the test where there is none.</summary>
    public Task<IBrowser> GetAsync()
    {
        Assert.SkipUnless(_path is not null, "Chromium is not installed (apt-get install chromium).");
        return _browser.Value;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated) await (await _browser.Value).CloseAsync();
        _playwright?.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        // What is waited for comes on a busy machine, too; a failure is told later, and never for want of time.
        Assertions.SetDefaultExpectTimeout((float)TimeSpan.FromMinutes(1).TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = _path,
            Headless = true,

            // A container's user is often root, which Chromium's own sandbox refuses; it sees nothing here but the studio.
            ChromiumSandbox = false,
            Args = ["--autoplay-policy=no-user-gesture-required", "--mute-audio"],
        });
    }
}
