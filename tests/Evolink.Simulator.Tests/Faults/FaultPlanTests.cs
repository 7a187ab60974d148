namespace Evolink.Tests.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public async Task QueuedFaults_MeetTheRequestsOfTheirKind_OneEach()
    {
        await using FaultApi api = await FaultApi.StartAsync(null, Fault.Status(502));
        api.Plan.OnQueries(Fault.Status(503)).OnDownloads(Fault.Status(410));

        string first = (await RawClient.CreateAsync(api.Simulator)).Head;
        string second = (await RawClient.CreateAsync(api.Simulator)).Head;
        string third = (await RawClient.CreateAsync(api.Simulator)).Head;
        string query = (await api.GetAsync("/v1/tasks/task-unified-x")).Head;
        string download = (await api.GetAsync("/results/x.mp4")).Head;

        Assert.Equal(["200", "502", "200", "503", "410"], new[] { first, second, third, query, download }.Select(head => head.Split(' ')[1]));
        Assert.Equal(0, api.Plan.Left);
    }

    [Fact]
    public async Task AnOutage_LastsUntilItIsOver()
    {
        await using FaultApi api = await FaultApi.StartAsync();

        using (api.Plan.During(Fault.ResetBeforeReading(), request => request.Kind == RequestKind.Query))
        {
            Assert.True((await api.GetAsync("/v1/tasks/task-unified-x")).WasReset);
            Assert.True((await api.GetAsync("/v1/tasks/task-unified-x")).WasReset);
            Assert.StartsWith("HTTP/1.1 200", (await api.GetAsync("/v1/credits")).Text, StringComparison.Ordinal);
        }

        Assert.StartsWith("HTTP/1.1 404", (await api.GetAsync("/v1/tasks/task-unified-x")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHook_IsToldOfTheRequest_AndItsOwnFaultsShow()
    {
        List<FaultContext> asked = [];
        await using Api api = await Api.StartAsync(options => options with
        {
            Faults = request =>
            {
                asked.Add(request);
                return request.Number == 2 ? throw new InvalidOperationException("No plan for this") : null;
            },
        });

        await api.PostAsync(Api.Creates, Api.Film, key: "key-1");
        Answer answer = await api.GetAsync("/v1/credits");

        Assert.Equal(new FaultContext(1, RequestKind.Create, "POST", Api.Creates, "key-1", api.Time.GetUtcNow()), asked[0]);
        Assert.Equal(RequestKind.Other, asked[1].Kind);
        Assert.Contains("No plan for this", answer.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public void ANegativeNumberOfBytes_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Fault.ResetDuringBody(-1));
}
