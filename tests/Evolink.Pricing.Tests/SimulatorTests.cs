using System.Text.Json;

namespace Evolink.Pricing.Tests;

/// <summary>Estimates of every model against what a service that has the list charges.</summary>
public sealed class SimulatorTests
{
    [Fact]
    public async Task WhatIsCharged_LiesInTheRange_ForEveryModel()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using EvolinkSimulator service = await EvolinkSimulator.StartAsync(new SimulatorOptions(), token);
        using EvolinkClient client = new(new EvolinkOptions { ApiKey = service.ApiKey, BaseAddress = service.BaseAddress });
        PriceList prices = PriceList.Create(await client.Models.ListPricesAsync(token));
        int known = 0;
        List<string> wrong = [];
        foreach (ModelInfo model in EvolinkModels.All)
        {
            JsonElement json = JsonElement.Parse(model.Example!);
            Assert.True(model.TryCreateRequest(json, out GenerationRequest? request, out _), model.Id);
            CostEstimate estimate = prices.Estimate(request);
            Assert.Equal(estimate.ToString(), prices.Estimate(model, json).ToString());
            if (!estimate.IsKnown)
            {
                Assert.NotEmpty(estimate.Basis);
                continue;
            }

            known++;
            string id = (await client.SubmitAsync(request, cancellationToken: token)).Id;
            decimal charged = service.Ledger.Single(entry => entry.TaskId == id).Credits;
            if (charged < estimate.From || charged > estimate.To) wrong.Add($"{model.Id}: {charged}, estimated {estimate} ({string.Join("; ", estimate.How)})");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(known > EvolinkModels.All.Count / 2, $"Only {known} of {EvolinkModels.All.Count} are known.");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public async Task TwiceAsLong_IsTwiceTheCharge_AndTheEstimate(int seconds)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using EvolinkSimulator service = await EvolinkSimulator.StartAsync(new SimulatorOptions(), token);
        using EvolinkClient client = new(new EvolinkOptions { ApiKey = service.ApiKey, BaseAddress = service.BaseAddress });
        PriceList prices = PriceList.Create(await client.Models.ListPricesAsync(token));
        Happyhorse1_0ImageToVideoRequest request = new() { ImageUrls = [new("https://example.com/a.png")], Duration = seconds };
        CostEstimate estimate = prices.Estimate(request);

        GenerationTask<TaskDetailResponse> task = await client.SubmitAsync(request, cancellationToken: token);

        decimal charged = Assert.Single(service.Ledger).Credits;
        Assert.Equal(607_500m / 5 * seconds, charged);
        Assert.Equal((charged, charged, charged), (estimate.From, estimate.To, task.CreditsReserved));
    }
}
