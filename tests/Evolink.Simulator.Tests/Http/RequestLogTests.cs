namespace Evolink.Tests;

public sealed class RequestLogTests
{
    [Fact]
    public async Task EveryRequest_IsLoggedBeforeItsAnswerArrives()
    {
        List<RequestRecord> seen = [];
        await using Api api = await Api.StartAsync(options => options with { OnRequest = seen.Add });
        await api.PostAsync(Api.Creates, Api.Film, key: "key-1");
        api.Time.Advance(1);
        api.Client.DefaultRequestHeaders.Authorization = null;
        await api.GetAsync("/nowhere?secret=1");

        Assert.Equal(
            [("POST", Api.Creates, 200, "key-1", true), ("GET", "/nowhere", 404, null, false)],
            api.Simulator.Requests.Select(static request => (request.Method, request.Path, request.Status, request.IdempotencyKey, request.HasCredentials)));
        Assert.Equal(TimeSpan.FromSeconds(1), seen[1].Time - seen[0].Time);
        Assert.Equal(seen, api.Simulator.Requests);
    }

    [Fact]
    public async Task SimulatorsSideBySide_KnowNothingOfEachOther()
    {
        await using Api one = await Api.StartAsync();
        await using Api other = await Api.StartAsync(options => options with { ApiKey = "sk-other" });

        await one.CreateAsync();

        Assert.NotEqual(one.Simulator.BaseAddress, other.Simulator.BaseAddress);
        Assert.Empty(other.Simulator.Ledger);
        Assert.Equal("sk-other", other.Simulator.ApiKey);
    }
}
