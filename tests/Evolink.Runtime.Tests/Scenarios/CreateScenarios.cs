using System.Net.Sockets;
using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenarios 1 to 4: the request to create a task gets nowhere, halfway, or there and no word comes back.</summary>
public sealed class CreateScenarios
{
    // More than the sockets of both ends can hold, so that a reset finds the body under way.
    private static readonly string s_longPrompt = new('p', 24_000_000);

    [Fact]
    public async Task AResetAfterTheFullPost_IsPaidOnce_AndSaysSo()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.ResetAfterRequest());

        EvolinkOutcomeUnknownException error = await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(scenario.Simulator.Ledger[0].IdempotencyKey, error.IdempotencyKey);
        Assert.Equal(RequestPhase.Complete, error.Phase);
    }

    [Fact]
    public async Task AResetAfterTheFullPost_WithOnceWithSameKey_FindsTheTask()
    {
        await using Scenario scenario = await Scenario.StartAsync(configure: options => options.SubmitRetry = SubmitRetry.OnceWithSameKey);
        scenario.Plan.OnCreates(Fault.ResetAfterRequest());

        GenerationTask<TestTask> task = await scenario.SubmitAsync();

        scenario.AssertPaid(creates: 2, charges: 1);
        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, task.Id);
    }

    [Fact]
    public async Task AnAnswerAfterTheAttemptsTimeout_IsPaidOnce_AndSaysSo()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Late(TimeSpan.FromSeconds(70)));

        EvolinkOutcomeUnknownException error = await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Contains("no response in time", error.Message, StringComparison.Ordinal);
        Assert.Equal((error.IdempotencyKey, CreateAnswer.None), (scenario.Simulator.Ledger[0].IdempotencyKey, scenario.Simulator.Ledger[0].Answer));
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, "name could not be resolved")]
    [InlineData(SocketError.ConnectionRefused, "could not be reached")]
    [InlineData(SocketError.NetworkUnreachable, "could not be reached")]
    public async Task AServerThatIsNotThere_IsTriedAgain_AndPaysNothing(SocketError cause, string said)
    {
        int connects = 0;
        ManualTimeProvider time = new();
        using SocketsHttpHandler handler = new()
        {
            ConnectCallback = (_, _) =>
            {
                connects++;
                throw new SocketException((int)cause);
            },
        };
        using HttpClient http = new(handler);
        using TestClient client = new(TestApi.Options(time), http);

        EvolinkConnectionException error = await Scenario.FailsAsync<EvolinkConnectionException>(time.RunAsync(client.SubmitAsync(new TestRequest(Scenario.Prompt))));

        Assert.Equal((RequestPhase.NotStarted, 4), (error.Phase, connects));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.IdempotencyKey);
    }

    [Fact]
    public async Task ABlackHole_IsGivenUp_AndPaysNothing()
    {
        TaskCompletionSource connecting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ManualTimeProvider time = new();
        using SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                connecting.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return Stream.Null;
            },
        };
        using HttpClient http = new(handler);
        EvolinkOptions options = TestApi.Options(time);
        options.MaxRetries = 0;
        using TestClient client = new(options, http);

        Task<GenerationTask<TestTask>> submit = client.SubmitAsync(new TestRequest(Scenario.Prompt));
        await connecting.Task;
        time.Advance(options.SubmitTimeout);

        EvolinkConnectionException error = await Scenario.FailsAsync<EvolinkConnectionException>(submit);
        Assert.Equal(RequestPhase.NotStarted, error.Phase);
    }

    [Fact]
    public async Task TlsAgainstAServerWithout_IsNotRetried_AndPaysNothing()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        EvolinkOptions options = TestApi.Options(scenario.Time);
        options.LoggerFactory = scenario.Listeners;
        options.BaseAddress = new UriBuilder(scenario.Simulator.BaseAddress) { Scheme = "https" }.Uri;
        using TestClient client = new(options);

        EvolinkConnectionException error = await Scenario.FailsAsync<EvolinkConnectionException>(client.SubmitAsync(new TestRequest(Scenario.Prompt)));

        scenario.AssertPaid(creates: 0, charges: 0);
        Assert.Contains("TLS", error.Message, StringComparison.Ordinal);
        Assert.Equal(RequestPhase.NotStarted, error.Phase);
    }

    [Fact]
    public async Task AResetMidBody_IsRetried_SinceNobodyCanHaveAcceptedIt()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.ResetDuringRequest(1000), Fault.ResetBeforeReading());

        GenerationTask<TestTask> task = await scenario.SubmitAsync(s_longPrompt);

        scenario.AssertPaid(creates: 3, charges: 1);
        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, task.Id);
    }
}
