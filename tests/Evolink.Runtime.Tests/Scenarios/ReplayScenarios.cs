using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>A service that knows an idempotency key answers from memory, says so, and charges once.</summary>
public sealed class ReplayScenarios
{
    private const string Key = "order-17-of-2026-11-21";

    [Fact]
    public async Task ACreateThatIsSentAgain_IsTheSameTask_AndSaysSo()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        RequestOptions options = new() { IdempotencyKey = Key };

        GenerationTask<TestTask> first = await scenario.Time.RunAsync(scenario.Client.SubmitAsync(new TestRequest(Scenario.Prompt), options));
        GenerationTask<TestTask> again = await scenario.Time.RunAsync(scenario.Client.SubmitAsync(new TestRequest(Scenario.Prompt), options));

        Assert.Equal((first.Id, false, true), (again.Id, first.IsReplayed, again.IsReplayed));
        scenario.AssertPaid(creates: 2, charges: 1);
    }

    [Fact]
    public async Task TheWholeResponse_SaysItToo()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        ApiResponsePipeline calls = scenario.Client.Calls.With(new RequestOptions { IdempotencyKey = Key }).WithResponse;

        List<bool> replayed = [];
        for (int i = 0; i < 2; i++)
        {
            EvolinkResponse<TestTask> response = await scenario.Time.RunAsync(calls.SendAsync(new ApiCall(TestApi.Create).Json(new TestRequest(Scenario.Prompt)), JsonRead.Model<TestTask>));
            replayed.Add(response.IsReplayed);
        }

        Assert.Equal([false, true], replayed);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public async Task TheHeader_IsReadLeniently(string value, bool expected)
    {
        StubServer server = StubServer.Sequence(() =>
        {
            HttpResponseMessage response = StubServer.Json(TestApi.Task("pending"));
            response.Headers.TryAddWithoutValidation("Idempotency-Replayed", value);
            return response;
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);

        Assert.Equal(expected, (await client.SubmitAsync(new TestRequest(), TestContext.Current.CancellationToken)).IsReplayed);
    }
}
