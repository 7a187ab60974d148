using System.Text.Json.Nodes;

namespace Evolink.Tests;

/// <summary>The price list is public, and true of this simulator.</summary>
public sealed class PriceTests
{
    [Fact]
    public async Task EveryModel_HasThePriceThatItsTasksAreCharged_AndNobodyNeedsAKeyToSeeIt()
    {
        await using Api api = await Api.StartAsync();
        await api.CreateAsync();
        api.Client.DefaultRequestHeaders.Authorization = null;

        JsonNode list = (await api.GetAsync("/web/api/models/pricing")).Body;

        Assert.True((bool)list["success"]!);
        Assert.Equal(api.Simulator.Models, list["data"]!.AsArray().Select(static price => (string?)price!["model_name"]));
        JsonNode film = list["data"]!.AsArray().Single(static price => (string?)price!["model_name"] == "film-1")!;
        Assert.Equal(("video", "per_call"), ((string?)film["model_type"], (string?)film["billing_rule"]));
        Assert.Equal(Assert.Single(api.Simulator.Ledger).Credits, (decimal)film["min_charge_uc"]! / 10_000);
    }

    [Fact]
    public async Task AFixedPrice_IsEveryModels()
    {
        await using Api api = await Api.StartAsync(static options => options with { CreditsPerTask = 6.8m });

        JsonNode list = (await api.GetAsync("/web/api/models/pricing")).Body;

        Assert.All(list["data"]!.AsArray(), static price => Assert.Equal((0.68m, 0.1m), ((decimal)price!["cny_price"]!, (decimal)price["price_range"]!["max_usd"]!)));
    }
}
