using System.Net;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenarios 15 and 16: bodies that stall, drip, never end or burst, web pages, and redirects elsewhere. (For creates, see <see cref="LostResponseScenarios"/>.)</summary>
public sealed class OddResponseScenarios
{
    public static TheoryData<string, Fault> Odd { get; } = new()
    {
        { "silence", Fault.Stall(Scenario.Long) },
        { "stalled after the headers", Fault.StallAfterHeaders(Scenario.Long) },
        { "stalled", Fault.StallDuringBody(30, Scenario.Long) },
        { "dripped", Fault.Drip(1, TimeSpan.FromSeconds(10)) },
        { "2 GB", Fault.Oversized(2L * 1024 * 1024 * 1024) },
        { "a gzip bomb", Fault.GzipBomb(200_000_000) },
        { "a web page", Fault.Html() },
        { "a web page with an error's status", Fault.Html(503) },
        { "garbage", Fault.Garbage() },
        { "an array", Fault.Answer(200, "application/json", "[]") },
    };

    [Theory]
    [MemberData(nameof(Odd), DisableDiscoveryEnumeration = true)]
    public async Task APollThatIsAnsweredOddly_IsAskedAgain(string name, Fault fault)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnQueries(fault, fault);

        TestTask task = await scenario.GenerateAsync();

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.True(task.Status == GenerationStatus.Completed && scenario.Plan.Left == 0, name);
    }

    [Theory]
    [MemberData(nameof(Odd), DisableDiscoveryEnumeration = true)]
    public async Task ASingleQuestionThatIsAnsweredOddly_FailsTyped(string name, Fault fault)
    {
        await using Scenario scenario = await Scenario.StartAsync(configure: options => options.MaxRetries = 0);
        GenerationTask<TestTask> task = await scenario.SubmitAsync();
        scenario.Plan.OnQueries(fault);

        EvolinkException error = await Assert.ThrowsAnyAsync<EvolinkException>(() => scenario.Time.RunAsync(task.RefreshAsync()));

        Leaks.AssertNoKey(error);
        Assert.True(error.TaskId == task.Id, name);
        Assert.Single(scenario.Queries);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task ARedirectedCreate_IsNotFollowed_AndTheOtherHostSeesNothing(int status)
    {
        await using EvolinkSimulator elsewhere = await EvolinkSimulator.StartAsync();
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Redirect(new Uri(elsewhere.BaseAddress, "/v1/videos/generations"), status));

        EvolinkApiException error = await Scenario.FailsAsync<EvolinkApiException>(scenario.SubmitAsync());

        Assert.Equal((EvolinkErrorKind.Redirect, (HttpStatusCode)status), (error.Kind, error.StatusCode));
        scenario.AssertPaid(creates: 1, charges: 0);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task ARedirectedPoll_EndsTheWait_AndTheOtherHostSeesNothing(int status)
    {
        await using EvolinkSimulator elsewhere = await EvolinkSimulator.StartAsync();
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnQueries(Fault.Redirect(elsewhere.BaseAddress, status));

        EvolinkApiException error = await Scenario.FailsAsync<EvolinkApiException>(scenario.GenerateAsync());

        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, error.TaskId);
        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task ADownloadRedirectedFromHttpsToHttp_IsNotFollowed_EvenToThisMachine()
    {
        StubServer server = new(request => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri($"http://127.0.0.1/{request.Number}.mp4") } });
        using HttpClient invoker = server.Client();
        ResultLink link = new(invoker, "test", allowsPrivateHosts: true);

        await Scenario.FailsAsync<EvolinkDownloadException>(link.GetAsync(new Uri("https://files.example/1.mp4"), 0, null, TestContext.Current.CancellationToken));

        Assert.Single(server.Requests);
    }
}
