using Evolink.Studio.Tests.Support;
using Evolink.Tool.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Evolink.Studio.Tests.Browser;

/// <summary>On a phone, by the keyboard alone, for those who listen, in the dark.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task OnAPhone_NothingIsWiderThanTheScreen_OfAnyModel()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"], new() { ViewportSize = new() { Width = 360, Height = 740 }, IsMobile = true, HasTouch = true });
        await Expect(studio.Page.Locator(".card")).ToHaveCountAsync(EvolinkModels.All.Count);
        await ExpectToFitAsync(studio.Page, "the gallery");

        // Every sixth model: all kinds and shapes are among them, and a phone has seen each shape.
        foreach (ModelInfo model in EvolinkModels.All.Where(static (_, index) => index % 6 == 0))
        {
            await studio.GoToModelAsync(model.Id);
            await Expect(studio.Page.Locator(".crumbs span")).ToHaveTextAsync(model.Id);
            await studio.Page.ClickAsync("#fill-example");
            await Expect(studio.Page.Locator("#verdict")).ToHaveTextAsync("The request is valid.");
            await ExpectToFitAsync(studio.Page, model.Id);
        }

        Assert.Empty(studio.Complaints);
    }

    [Fact]
    public async Task ByTheKeyboardAlone_AModelIsFoundFilledAndGenerated()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        IPage page = studio.Page;
        IKeyboard keyboard = page.Keyboard;
        await page.Locator(".card").First.WaitForAsync();
        await keyboard.PressAsync("/");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        await keyboard.TypeAsync(Model);
        await Expect(page.Locator(".card").First).ToHaveAttributeAsync("href", $"#/models/{Model}");
        await TabToAsync(page, $"a[href='#/models/{Model}']");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await TabToAsync(page, ".field[data-path=image_urls] input[type=url]");
        await keyboard.TypeAsync("https://cdn.example.com/cat.png");
        await keyboard.PressAsync("Enter");
        await Expect(studio.Field("image_urls").Locator(".file")).ToHaveCountAsync(1);
        await TabToAsync(page, ".field[data-path=prompt] textarea");
        await keyboard.TypeAsync("The cat runs");
        await Expect(page.Locator("#verdict")).ToHaveTextAsync("The request is valid.");
        await TabToAsync(page, "#generate");
        await keyboard.PressAsync("Enter");
        await page.Locator(".result video").WaitForAsync();
        await Expect(page.Locator("#status")).ToContainTextAsync("completed");
    }

    [Fact]
    public async Task EveryControlHasAName()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        foreach (string model in new[] { "kling-v3-motion-control", "kling-v3-text-to-video", "mj-v7-edit" })
        {
            await studio.GoToModelAsync(model);
            await Expect(studio.Page.Locator(".crumbs span")).ToHaveTextAsync(model);
            string[] nameless = await studio.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("input, textarea, select, button")]
                    .filter(one => one.getAttribute("aria-hidden") !== "true")
                    .filter(one => !one.getAttribute("aria-label") && !one.labels?.length && !one.textContent.trim() && !one.querySelector("[aria-label]"))
                    .map(one => one.outerHTML)
                """);
            Assert.Empty(nameless);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task TextStandsOutFromItsGround(ColorScheme scheme)
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"], new() { ColorScheme = scheme });
        await studio.Page.Locator(".card").First.WaitForAsync();
        (string Text, string Ground)[] pairs =
        [
            ("--text", "--back"), ("--text", "--surface"), ("--soft", "--surface"), ("--soft", "--back"), ("--accent-text", "--accent"), ("--accent", "--accent-soft"), ("--accent", "--surface"),
            ("--good", "--good-soft"), ("--bad", "--bad-soft"), ("--bad", "--surface"), ("--warn", "--warn-soft"), ("--warn", "--surface"), ("--image", "--surface"), ("--audio", "--surface"),
        ];
        foreach ((string text, string ground) in pairs)
        {
            double contrast = await studio.Page.EvaluateAsync<double>("""
                ([text, ground]) => {
                    const light = name => {
                        const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
                        const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                    };
                    const [a, b] = [light(text), light(ground)].sort((x, y) => y - x);
                    return (a + 0.05) / (b + 0.05);
                }
                """, new[] { text, ground });
            Assert.True(contrast >= 4.5, $"{text} on {ground}: {contrast:0.00} and not 4.5 (WCAG AA).");
        }
    }

    private static async Task ExpectToFitAsync(IPage page, string what)
    {
        int[] widths = await page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, window.innerWidth]");
        Assert.True(widths[0] <= widths[1], $"{what} is {widths[0]} wide on a screen of {widths[1]}.");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        const int MostSteps = 100;
        for (int step = 0; step < MostSteps; step++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached in {MostSteps} steps.");
    }
}
