using System.Text.Json;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Costs;

/// <summary>What things cost, before anything is sent.</summary>
public sealed class EstimateTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";
    private const string Unknown = "wan3.0-reference-video";
    private static readonly string[] s_request = [Model, "--image-urls", "https://cdn.example.com/cat.png", "--duration", "4"];
    private static readonly string[] s_unknown = [Unknown, "--prompt", "x", "--duration", "5", "--video-urls", "https://cdn.example.com/a.mp4"];

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task AnEstimate_IsWhatIsCharged_AndNeedsNoKey()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string key = _home.Variables[EvolinkOptions.ApiKeyVariable]!;
        _home.Variables.Remove(EvolinkOptions.ApiKeyVariable);
        JsonElement estimate = (await _home.RunAsync(["estimate", .. s_request, "--json"])).Ended(0).Json;
        Assert.Equal((true, Model), (estimate.GetProperty("known").GetBoolean(), estimate.GetProperty("model").GetString()));

        _home.Variables[EvolinkOptions.ApiKeyVariable] = key;
        decimal most = estimate.GetProperty("to_credits").GetDecimal();
        (await _home.RunAsync(["generate", .. s_request, "--max-credits", $"{most}"])).Ended(0);
        Assert.Equal(most, Assert.Single(service.Ledger).Credits);
        ToolRun text = (await _home.RunAsync(["estimate", .. s_request])).Ended(0).Says("credits a second × 4 (duration)");
        Assert.StartsWith("486000 credits", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheKey_IsNotSentWithTheRequestForPrices()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        (await _home.RunAsync(["estimate", .. s_request])).Ended(0);
        RequestRecord asked = Assert.Single(service.Requests);
        Assert.Equal("/web/api/models/pricing", asked.Path);
        Assert.False(asked.HasCredentials);
    }

    [Fact]
    public async Task WhatMayCostMore_IsNotSent()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        (await _home.RunAsync(["generate", .. s_request, "--max-credits", "485999"])).Ended(1).Says("Nothing was sent. It may cost 486000 credits (");
        Assert.Empty(service.Ledger);
        Assert.Empty((await _home.RunAsync("jobs", "list")).Ended(0).Lines);
        (await _home.RunAsync(["generate", .. s_request, "--max-credits", "-1"])).Ended(2);
    }

    [Fact]
    public async Task WhatCannotBeCompared_IsNotSentWithALimit_AndIsWithoutOne()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        (await _home.RunAsync(["generate", .. s_unknown, "--max-credits", "10000000"])).Ended(1).Says("is not known before it is sent: it is billed by the second and takes a video");
        Assert.Empty(service.Ledger);
        (await _home.RunAsync(["generate", .. s_unknown])).Ended(0);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task PricesThatCannotBeHad_StandInNobodysWay_ExceptThatOfALimit()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Faults = static context => context.Path.EndsWith("/pricing", StringComparison.Ordinal) ? Fault.Status(500) : null });
        ToolRun run = (await _home.RunAsync(["estimate", .. s_request])).Ended(0);
        Assert.StartsWith("not known: the price list could not be read", run.Out, StringComparison.Ordinal);
        (await _home.RunAsync(["generate", .. s_request, "--dry-run"])).Ended(0).Says("Cost: not known");
        Assert.Contains("not known", (await _home.RunAsync("describe", Model)).Ended(0).Out, StringComparison.Ordinal);
        (await _home.RunAsync(["generate", .. s_request, "--max-credits", "10000000"])).Ended(1).Says("Nothing was sent.");
        (await _home.RunAsync(["generate", .. s_request])).Ended(0);
    }

    [Fact]
    public async Task ThePriceList_IsKeptForAnHour_AndForAWeekWhereThereIsNoOther()
    {
        Clock clock = new();
        _home.Time = clock;
        await using (EvolinkSimulator service = await _home.ServeAsync())
        {
            (await _home.RunAsync(["estimate", .. s_request])).Ended(0);
            (await _home.RunAsync(["estimate", .. s_request])).Ended(0);
            Assert.Single(service.Requests);
            clock.Now += TimeSpan.FromHours(2);
            (await _home.RunAsync(["estimate", .. s_request])).Ended(0);
            Assert.Equal(2, service.Requests.Count);
        }

        clock.Now += TimeSpan.FromDays(6);
        Assert.StartsWith("486000", (await _home.RunAsync(["estimate", .. s_request])).Ended(0).Out, StringComparison.Ordinal);
        clock.Now += TimeSpan.FromDays(2);
        Assert.StartsWith("not known", (await _home.RunAsync(["estimate", .. s_request])).Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithASimulator_ItsPricesCount()
    {
        using TestHome home = new() { Simulator = new SimulatorOptions { CreditsPerTask = 7 } };
        Assert.StartsWith("7 credits (", (await home.RunAsync(["estimate", .. s_request, "--simulate"])).Ended(0).Out, StringComparison.Ordinal);
        (await home.RunAsync(["generate", .. s_request, "--simulate", "--max-credits", "6"])).Ended(1);
        (await home.RunAsync(["generate", .. s_request, "--simulate", "--max-credits", "7"])).Ended(0);
    }

    [Fact]
    public async Task ABatch_SaysWhatItCosts_AndKeepsToItsLimitBeforeAnythingIsSent()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string file = _home.PathOf("batch.jsonl");
        await File.WriteAllLinesAsync(file, [Line(3), Line(5)], TestContext.Current.CancellationToken);
        ToolRun dry = (await _home.RunAsync("batch", file, "--dry-run")).Ended(0).Says("2 requests are valid. Cost: 972000 to 972000 credits. Nothing was sent.");
        Assert.Equal(2, dry.Lines.Count);
        (await _home.RunAsync("batch", file, "--max-credits", "400000")).Ended(1).Says("line 2: It may cost 607500 credits");
        Assert.Empty(service.Ledger);
        Assert.Equal(["1", "2"], (await _home.RunAsync("batch", file, "--max-credits", "607500", "--json")).Ended(0).Lines.Select(static line => $"{JsonElement.Parse(line).GetProperty("line")}").Order());
        Assert.Equal(2, service.Ledger.Count);
    }

    [Fact]
    public async Task ADescription_HasThePrices()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        Assert.Contains($"Prices\n  {Model}: 121500 credits a second\n", (await _home.RunAsync("describe", Model)).Ended(0).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await _home.RunAsync("describe", Model, "--json")).Ended(0).Json.GetProperty("prices").GetArrayLength());
    }

    private static string Line(int duration) => $$"""{ "model": "{{Model}}", "image_urls": ["https://cdn.example.com/cat.png"], "duration": {{duration}} }""";

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
