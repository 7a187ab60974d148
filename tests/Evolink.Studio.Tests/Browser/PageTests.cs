using Evolink.Studio.Tests.Support;
using Evolink.Tool.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Evolink.Studio.Tests.Browser;

/// <summary>What somebody does in a browser, from the gallery to a film that plays.</summary>
public sealed class PageTests(Chromium chromium) : IDisposable
{
    private const string VideoModel = "happyhorse-1.0-image-to-video";
    private const string MotionModel = "kling-v3-motion-control";

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task FromTheGalleryToAFilmThatPlays_WithoutAskingAnyOtherHost()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        IPage page = studio.Page;
        await Expect(page.Locator(".card")).ToHaveCountAsync(EvolinkModels.All.Count);
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("[data-kind=video]");
        await page.ClickAsync("[data-input=image]");
        await page.FillAsync("#search", "happyhorse");
        await Expect(page.Locator("#found")).ToContainTextAsync($"of {EvolinkModels.All.Count} models");
        await page.ClickAsync($"a[href='#/models/{VideoModel}']");

        ILocator images = studio.Field("image_urls");
        await images.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "cat.png", MimeType = "image/png", Buffer = TestFiles.Png });
        await Expect(images.Locator(".file-note")).ToContainTextAsync("Uploaded");
        await Expect(images.Locator("img.thumb")).ToHaveJSPropertyAsync("complete", true);
        await studio.Field("prompt").Locator("textarea").FillAsync("The cat runs");
        await Expect(page.Locator("#code-panel")).ToContainTextAsync("Prompt = \"The cat runs\"");
        await page.ClickAsync("[data-language=json]");
        await Expect(page.Locator("#code-panel")).ToContainTextAsync("\"prompt\": \"The cat runs\"");
        await studio.GenerateAsync();

        ILocator film = page.Locator(".result video");
        await film.WaitForAsync();
        await film.EvaluateAsync("film => film.play()");
        await page.WaitForFunctionAsync("() => { const film = document.querySelector('.result video'); return film.readyState >= 2 && film.currentTime > 0 && film.videoWidth > 0; }");
        await Expect(page.Locator(".state")).ToHaveTextAsync("completed");
        await Expect(page.Locator("#cost")).ToContainTextAsync("credits");

        string server = studio.Studio.Server.GetLeftPart(UriPartial.Authority);
        Assert.Contains(studio.Requests, url => url.StartsWith($"{server}/api/jobs/", StringComparison.Ordinal));
        Assert.All(studio.Requests, url => Assert.StartsWith(url.StartsWith("blob:", StringComparison.Ordinal) ? $"blob:{server}/" : $"{server}/", url, StringComparison.Ordinal));
        Assert.Empty(studio.Complaints);
    }

    [Fact]
    public async Task TheFileThatABrowserIsStartedWith_LeadsToTheStudio()
    {
        IBrowser browser = await chromium.GetAsync();
        await using StudioRun studio = await StudioRun.StartAsync(_home, ["--simulate"], isTerminal: true);
        await using IBrowserContext context = await browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(Assert.Single(studio.Shown).AbsoluteUri);
        await Expect(page.Locator(".card")).ToHaveCountAsync(EvolinkModels.All.Count);
        Assert.Equal(studio.Server.Port, new Uri(page.Url).Port);
    }

    [Theory]
    [InlineData("image", "img")]
    [InlineData("audio", "audio")]
    public async Task PicturesAreShown_AndSoundsPlayed(string kind, string element)
    {
        ModelInfo model = EvolinkModels.All.First(one => one.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase) && one.Example?.Contains("prompt", StringComparison.Ordinal) is true && !one.Id.Contains("voice", StringComparison.Ordinal));
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        await studio.GoToModelAsync(model.Id);
        await studio.Page.ClickAsync("#fill-example");
        await studio.GenerateAsync();
        await studio.Page.Locator($".result {element}").First.WaitForAsync();
        await studio.Page.WaitForFunctionAsync($$"""
            () => { const result = document.querySelector('.result {{element}}'); return result.naturalWidth > 0 || result.readyState >= 1; }
            """);
        Assert.Empty(studio.Complaints);
    }

    [Fact]
    public async Task AnInvalidValue_IsSaidAtItsField_AndNothingIsSent()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        await studio.GoToModelAsync(MotionModel);
        ILocator images = studio.Field("image_urls");
        await images.Locator("input[type=url]").FillAsync("cat.png");
        await images.Locator("input[type=url]").PressAsync("Enter");
        await studio.Page.ClickAsync("#generate");
        await Expect(images.Locator("> .problem")).ToContainTextAsync("must be a public http or https URL");
        await Expect(studio.Field("video_urls").Locator("> .problem")).ToHaveTextAsync("Required, but not set.");
        await Expect(studio.Field("video_urls").Locator("input[type=file]")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(studio.Page.Locator("#verdict li")).ToHaveCountAsync(3);
        await Expect(studio.Page.Locator(".job")).ToHaveCountAsync(0);

        await studio.Page.Locator("#verdict button", new() { HasText = "video_urls" }).ClickAsync();
        await Expect(studio.Field("video_urls").Locator("input[type=file]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WhatAFieldHoldsAndCannotGive_KeepsTheRequestFromBeingSent()
    {
        using TestHome home = new() { Simulator = new SimulatorOptions { Faults = static request => request.Path.Contains("upload", StringComparison.Ordinal) ? Fault.Status(400) : null } };
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, home, ["--simulate"]);
        await studio.GoToModelAsync(VideoModel);
        await studio.Page.ClickAsync("#fill-example");
        await studio.Page.Locator("#max-credits").PressSequentiallyAsync("1e");
        await studio.GenerateAsync();
        await Expect(studio.Page.Locator("#verdict")).ToContainTextAsync("Most credits: ");
        await Expect(studio.Page.Locator("#max-credits")).ToBeFocusedAsync();

        await studio.Page.Locator("#max-credits").FillAsync("");
        ILocator images = studio.Field("image_urls");
        await images.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "cat.png", MimeType = "image/png", Buffer = TestFiles.Png });
        await Expect(images.Locator(".file.bad")).ToHaveCountAsync(1);
        await studio.Page.ClickAsync("#generate");
        await Expect(studio.Page.Locator("#verdict")).ToContainTextAsync("A file was not uploaded");
        await Expect(studio.Page.Locator(".job")).ToHaveCountAsync(0);

        await images.Locator(".file.bad button").ClickAsync();
        await studio.Page.ClickAsync("#fill-example");
        await studio.GenerateAsync();
        await Expect(studio.Page.Locator(".job")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task WhatOneValueDemandsOfAnother_IsShownWhereItApplies()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        await studio.GoToModelAsync(MotionModel);
        ILocator orientation = studio.Field("model_params.character_orientation");
        await orientation.GetByRole(AriaRole.Button, new() { Name = "image" }).ClickAsync();
        await Expect(orientation.Locator(".rules li")).ToHaveCountAsync(0);
        ILocator elements = studio.Field("model_params.element_list");
        await elements.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await elements.Locator("input").FillAsync("e-1");
        await Expect(orientation.Locator(".rules li")).ToHaveTextAsync("When element_list is given: character_orientation must be video.");
        await Expect(orientation.Locator("> .problem")).ToHaveTextAsync("Must be 'video', not 'image'.");
        await elements.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(orientation.Locator(".rules li")).ToHaveCountAsync(0);
        await Expect(orientation.Locator("> .problem")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task TheHistoryOutlivesTheStudio_AndARequestIsMadeAgainWithChanges()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string job;
        await using (StudioPage first = await StudioPage.OpenAsync(chromium, _home, []))
        {
            await first.GoToModelAsync(VideoModel);
            await first.Page.ClickAsync("#fill-example");
            await first.GenerateAsync();
            await first.Page.Locator(".result video").WaitForAsync();
            job = (await first.Page.Locator(".job").GetAttributeAsync("data-job"))!;
        }

        await using StudioPage second = await StudioPage.OpenAsync(chromium, _home, []);
        await second.Page.ClickAsync("[data-route=jobs]");
        await second.Page.ClickAsync($"a[href='#/jobs/{job}']");
        await second.Page.Locator(".result video").WaitForAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "Again with changes" }).ClickAsync();
        await Expect(second.Field("image_urls").Locator(".file")).Not.ToHaveCountAsync(0);
        await second.Field("prompt").Locator("textarea").FillAsync("Another way");
        await Expect(second.Page.Locator("#code-panel")).ToContainTextAsync("Another way");
        await second.GenerateAsync();
        await second.Page.Locator(".result video").WaitForAsync();
        Assert.Equal(2, service.Ledger.Count);
    }

    [Fact]
    public async Task WhatWasTyped_IsThereAfterALookAtTheHistory_AndAFileThatMissesItsFieldLeadsNowhere()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        await studio.GoToModelAsync(VideoModel);
        await studio.Field("prompt").Locator("textarea").FillAsync("The cat runs");
        await studio.Field("image_urls").EvaluateAsync("""
            async field => {
                const drop = (target, file) => {
                    const dataTransfer = new DataTransfer();
                    dataTransfer.items.add(file);
                    return target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
                };
                const picture = await new Promise(done => { const canvas = document.createElement("canvas"); canvas.width = canvas.height = 400; canvas.toBlob(done, "image/png"); });
                if (drop(document.body, new File([picture], "missed.png", { type: "image/png" }))) throw new Error("The page would be left.");
                drop(field.querySelector(".drop"), new File([picture], "dropped.png", { type: "image/png" }));
            }
            """);
        await Expect(studio.Field("image_urls").Locator(".file-note")).ToContainTextAsync("Uploaded");
        await Expect(studio.Field("image_urls").Locator(".file-name")).ToHaveTextAsync("dropped.png");
        await studio.Page.ClickAsync("[data-route=jobs]");
        await Expect(studio.Page.Locator("h1")).ToHaveTextAsync("History");
        await studio.Page.GoBackAsync();
        await Expect(studio.Field("prompt").Locator("textarea")).ToHaveValueAsync("The cat runs");
        await Expect(studio.Field("image_urls").Locator(".file")).ToHaveCountAsync(1);
        Assert.Empty(studio.Complaints);
    }

    [Fact]
    public async Task APageThatIsLeftOpen_SaysWhenItsStudioIsGone()
    {
        await using StudioPage studio = await StudioPage.OpenAsync(chromium, _home, ["--simulate"]);
        await studio.GoToModelAsync(VideoModel);
        await studio.Page.ClickAsync("#fill-example");
        await Expect(studio.Page.Locator("#verdict")).ToHaveTextAsync("The request is valid.");
        Assert.Equal(0, await studio.Studio.StopAsync());
        await studio.Page.ClickAsync("#generate");
        await Expect(studio.Page.Locator("#verdict")).ToContainTextAsync("The studio does not answer. Is it still running?");
    }
}
