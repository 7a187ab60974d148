using System.Diagnostics;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Evolink.Tests.Scenarios;

/// <summary>What a program plugs into a client throws, between the moment that a task is paid for and the moment that the program has its result.</summary>
public sealed class PlugInScenarios
{
    public static TheoryData<string, bool> Onlookers => new(
        from at in (string[])["log", "enabled", "factory", "sample", "started", "stopped", "measured"]
        from isCancellation in (bool[])[false, true]
        select (at, isCancellation));

    [Theory]
    [MemberData(nameof(Onlookers))]
    public async Task AnOnlookerThatThrows_ChangesNothing(string at, bool isCancellation)
    {
        using Troublemaker trouble = new(() => isCancellation ? new OperationCanceledException() : new InvalidOperationException("The sink is full.")) { At = at };
        using Activity around = new Activity("around").Start();
        await using Scenario scenario = await Scenario.StartAsync(configure: options =>
        {
            if (at is "log" or "enabled" or "factory") options.LoggerFactory = trouble;
        });

        GenerationTask<TestTask> task = await scenario.SubmitAsync();
        TestTask result = await scenario.Time.RunAsync(task.WaitAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal((scenario.Simulator.Ledger[0].TaskId, GenerationStatus.Completed), (result.Id, result.Status));
        Assert.True(trouble.Times > 0, "Nothing threw.");
        Assert.Same(around, Activity.Current);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AProgressHandlerThatThrows_EndsTheWait_WithTheTasksId(int at)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        Handler handler = new(at, () => new InvalidOperationException("The bar\nis full."));

        EvolinkCallbackException error = await Scenario.FailsAsync<EvolinkCallbackException>(scenario.Time.RunAsync(scenario.Client.GenerateAsync(new TestRequest(Scenario.Prompt), handler)));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal((scenario.Simulator.Ledger[0].TaskId, scenario.Simulator.Ledger[0].IdempotencyKey), (error.TaskId, error.IdempotencyKey));
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Contains("The bar is full", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Snapshot);
        Assert.Equal(GenerationStatus.Completed, (await scenario.Time.RunAsync(scenario.Client.Resume(error.TaskId).WaitAsync())).Status);
    }

    [Fact]
    public async Task AProgressHandlerThatThrowsAtTheEnd_LeavesTheResultInTheTask()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        GenerationTask<TestTask> task = await scenario.SubmitAsync();

        await Scenario.FailsAsync<EvolinkCallbackException>(scenario.Time.RunAsync(task.WaitAsync(new Handler(int.MaxValue, () => new FormatException()))));

        int queries = scenario.Queries.Count;
        Assert.Equal(GenerationStatus.Completed, (await task.WaitAsync()).Status);
        Assert.Equal(queries, scenario.Queries.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACancellationFromTheProgressHandler_IsACancellation_WithTheTasksId(bool isTheCallers)
    {
        using CancellationTokenSource cancel = new();
        await using Scenario scenario = await Scenario.StartAsync();
        Handler handler = new(2, () =>
        {
            cancel.Cancel();
            return new OperationCanceledException(cancel.Token);
        });

        EvolinkCanceledException canceled = await Scenario.FailsAsync<EvolinkCanceledException>(scenario.Time.RunAsync(
            scenario.Client.GenerateAsync(new TestRequest(Scenario.Prompt), handler, isTheCallers ? cancel.Token : CancellationToken.None)));

        Assert.Equal((scenario.Simulator.Ledger[0].TaskId, scenario.Simulator.Ledger[0].IdempotencyKey), (canceled.TaskId, canceled.IdempotencyKey));
        Assert.Equal(cancel.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task AnotherTasksException_FromTheProgressHandler_DoesNotStandForThisTask()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        Handler handler = new(1, () => new EvolinkTaskException("Another one.", "another-task"));

        EvolinkCallbackException error = await Scenario.FailsAsync<EvolinkCallbackException>(scenario.Time.RunAsync(scenario.Client.GenerateAsync(new TestRequest(Scenario.Prompt), handler)));

        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, error.TaskId);
    }

    [Fact]
    public async Task ACancellationCallbackOfAHandler_ThatThrows_ChangesNothing()
    {
        ManualTimeProvider time = new();
        using HttpClient http = new(new Registering());
        EvolinkOptions options = TestApi.Options(time);
        options.Polling.Timeout = TimeSpan.FromSeconds(5);
        using TestClient client = new(options, http);

        Task<TestTask> wait = client.Resume("task-unified-1").WaitAsync();
        for (int i = 0; i < 2000 && !Registering.Asked.IsCompleted; i++)
        {
            // The clock's timers fire when it is told the time, the one for "at once" too.
            time.Advance(TimeSpan.Zero);
            await Task.Delay(10);
        }

        time.Advance(TimeSpan.FromSeconds(6));

        EvolinkTaskTimeoutException error = await Assert.ThrowsAsync<EvolinkTaskTimeoutException>(() => wait.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("task-unified-1", error.TaskId);

        Task<TestTask> question = client.GetTaskAsync();
        for (int attempt = 0; attempt < 8 && !question.IsCompleted; attempt++)
        {
            await Task.Delay(20);
            time.Advance(TimeSpan.FromSeconds(40));
        }

        await Assert.ThrowsAsync<EvolinkConnectionException>(() => question.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task InAHost_AHandlerThatThrowsOnTheWayBack_DoesNotLoseTheAnswer()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        ServiceCollection services = new();
        EvolinkHosting.AddClient(
                services,
                options => (options.ApiKey, options.BaseAddress, options.TimeProvider, options.LoggerFactory) = (TestApi.Key, scenario.Simulator.BaseAddress, scenario.Time, scenario.Listeners),
                (options, http) => new TestClient(options, http))
            .AddHttpMessageHandler(() => new ThrowsAfterwards());
        await using ServiceProvider provider = services.BuildServiceProvider();

        GenerationTask<TestTask> task = await provider.GetRequiredService<TestClient>().SubmitAsync(new TestRequest(Scenario.Prompt));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, task.Id);
    }

    [Fact]
    public async Task AClientThatIsDisposedBetweenCreateAndWait_TellsTheId()
    {
        TestClient? client = null;
        StubServer server = new(_ =>
        {
            client!.Dispose();
            return StubServer.Json(TestApi.Task("pending"));
        });
        using HttpClient http = server.Client();
        client = new TestClient(TestApi.Options(), http);

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => client.GenerateAsync(new TestRequest()));

        Assert.Equal(("task-unified-1", server.Requests[0].IdempotencyKey), (error.TaskId, error.IdempotencyKey));
    }

    [Fact]
    public async Task AQueryThatCannotBeSent_TellsTheId()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        ManualTimeProvider time = new();
        TaskFamily<TestTask> family = new(TestApi.Query with { Server = "http://api.test" });
        using TestClient client = new(TestApi.Options(time), http, TestApi.Descriptor with { TaskFamilies = [family] });
        TestRequest request = new() { Target = TestApi.Create with { TaskFamily = family } };

        EvolinkTaskException error = await Assert.ThrowsAsync<EvolinkTaskException>(() => time.RunAsync(client.GenerateAsync(request)));

        Assert.Equal(("task-unified-1", server.Requests[0].IdempotencyKey), (error.TaskId, error.IdempotencyKey));
        Assert.Contains("AllowInsecureHttp", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyOfAHandler_ThatThrowsAfterTheId_LosesNoId()
    {
        using HttpClient http = new(new BrokenBodies());
        using TestClient client = new(TestApi.Options(new ManualTimeProvider()), http);

        Assert.Equal("task-unified-1", (await client.SubmitAsync(new TestRequest())).Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHandlerThatThrowsWhatCannotBeRead_LeavesTheOutcomeUnknown_WithTheKey(bool throws)
    {
        using HttpClient http = new(new ThrowsUnreadable(throws));
        using TestClient client = new(TestApi.Options(new ManualTimeProvider()), http);

        EvolinkOutcomeUnknownException error = await Assert.ThrowsAsync<EvolinkOutcomeUnknownException>(() => client.SubmitAsync(new TestRequest()));

        Assert.NotNull(error.IdempotencyKey);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AProgressHandlerThatThrowsWhatCannotBeRead_LosesNoId(bool throws)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        GenerationTask<TestTask> task = await scenario.SubmitAsync();

        EvolinkCallbackException error = await Assert.ThrowsAsync<EvolinkCallbackException>(() => scenario.Time.RunAsync(task.WaitAsync(new Handler(1, () => throws ? new UnreadableException() : new UnreadableException(null)))));

        Assert.Equal(task.Id, error.TaskId);
    }

    private sealed class ThrowsUnreadable(bool throws) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            throw throws ? new UnreadableException() : new UnreadableException(null);
        }
    }

    private sealed class Handler(int at, Func<Exception> trouble) : IProgress<TestTask>
    {
        private int _reports;

        public void Report(TestTask value)
        {
            if (++_reports >= at || value.Status == GenerationStatus.Completed) throw trouble();
        }
    }

    private sealed class ThrowsAfterwards : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await base.SendAsync(request, cancellationToken);
            throw new InvalidOperationException("The access log is full.");
        }
    }

    private sealed class BrokenBodies : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return new HttpResponseMessage { Content = new StreamContent(new BrokenStream("{\"id\":\"task-unified-1\","u8.ToArray())) };
        }
    }

    // Gives its bytes, and then throws what no stream should.
    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new InvalidOperationException("The inspection of bodies is broken.");
    }

    private sealed class Registering : HttpMessageHandler
    {
        private static readonly TaskCompletionSource s_asked = new();

        public static Task Asked => s_asked.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.Register(static () => throw new InvalidOperationException("The callback is broken."));
            s_asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return StubServer.Json("{}");
        }
    }
}
