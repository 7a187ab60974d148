using System.Net;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Many;

public sealed class GenerateManyTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task EachOutcome_HasItsRequestAndItsResult_AndAFailureIsOneOfThem()
    {
        ManyServer server = new(endOf: static id => id == "c" ? "failed" : "completed")
        {
            OnCreate = static request => ManyServer.PromptOf(request) == "b" ? StubServer.Error(HttpStatusCode.Forbidden, "model_access_denied") : null,
        };
        TestRequest[] requests = [new("a"), new("b"), new("c"), new(null), new("e"), new("f") { Target = TestApi.Upload }];

        List<RequestOutcome<TestTask>> outcomes = await GenerateAsync(server, requests);

        Assert.Equal(Enumerable.Range(0, 6), outcomes.Select(outcome => outcome.Index).Order());
        Assert.All(outcomes, outcome => Assert.Same(requests[outcome.Index], outcome.Request));
        RequestOutcome<TestTask>[] byIndex = [.. outcomes.OrderBy(outcome => outcome.Index)];
        Assert.Equal([true, false, false, false, true, false], byIndex.Select(outcome => outcome.IsSuccess));
        Assert.Equal(["a", "e"], new[] { byIndex[0], byIndex[4] }.Select(outcome => outcome.GetResult().Id));
        Assert.Equal(EvolinkErrorKind.PermissionDenied, Assert.IsType<EvolinkApiException>(byIndex[1].Error).Kind);
        Assert.Equal(("c", null), (Assert.IsType<EvolinkTaskFailedException>(byIndex[2].Error).TaskId, byIndex[2].Result));
        Assert.Equal(["a", null, "c", null, "e", null], byIndex.Select(outcome => outcome.Task?.Id));
        Assert.IsType<EvolinkValidationException>(byIndex[3].Error);
        Assert.IsType<ArgumentException>(byIndex[5].Error);
        Assert.Same(byIndex[2].Error, Assert.Throws<EvolinkTaskFailedException>(byIndex[2].GetResult));
        Assert.Equal(["0: a, completed", "1: no task, EvolinkApiException", "2: c, EvolinkTaskFailedException"], byIndex[..3].Select(outcome => outcome.ToString()));
        Assert.Equal(4, server.Creates.Select(request => request.IdempotencyKey).Distinct().Count());
        Assert.Equal([byIndex[0].IdempotencyKey, byIndex[1].IdempotencyKey], server.Creates.OrderBy(ManyServer.PromptOf).Take(2).Select(request => request.IdempotencyKey));
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task Outcomes_ComeAsTheyEnd()
    {
        string[] order = ["c", "a", "b"];
        int received = 0;
        ManyServer server = new(endOf: id => Array.IndexOf(order, id) > Volatile.Read(ref received) ? "processing" : "completed");

        List<RequestOutcome<TestTask>> outcomes = await GenerateAsync(server, [new("a"), new("b"), new("c")], onOutcome: () => Interlocked.Increment(ref received));

        Assert.Equal(order, outcomes.Select(outcome => outcome.Task!.Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(50)]
    public async Task NoMoreThanTheLimit_ArePaidForAndUnfinished(int limit)
    {
        ManyServer server = new(heldUntil: Math.Min(limit, 20));

        List<RequestOutcome<TestTask>> outcomes = await GenerateAsync(server, [.. Enumerable.Range(0, 20).Select(index => new TestRequest($"t{index}"))], new ManyOptions { Parallelism = limit });

        Assert.Equal((20, Math.Min(limit, 20)), (outcomes.Count(outcome => outcome.IsSuccess), server.MostAtOnce));
    }

    [Fact]
    public async Task Cancelled_EveryRequestSaysWhatBecameOfIt_AndNothingMoreIsSent()
    {
        using CancellationTokenSource cancel = new();
        ManyServer server = new(endOf: static id => id == "t0" ? "completed" : "processing");
        List<RequestOutcome<TestTask>> outcomes = [];
        int submitted = 0;
        ManyOptions options = new() { Parallelism = 3, OnSubmitted = (_, _) => Interlocked.Increment(ref submitted) };

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GenerateAsync(
            server,
            [.. Enumerable.Range(0, 10).Select(index => new TestRequest($"t{index}"))],
            options,
            onOutcome: () =>
            {
                // The first is done, and three others are under way.
                SpinWait.SpinUntil(() => Volatile.Read(ref submitted) == 4);
                cancel.Cancel();
            },
            outcomes,
            cancellationToken: cancel.Token));

        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 10), outcomes.Select(outcome => outcome.Index).Order());
        Assert.Equal(["t0", "t1", "t2", "t3"], outcomes.Select(outcome => outcome.Task?.Id).OfType<string>().Order());
        Assert.Equal(4, server.Creates.Count);
        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.IsType<EvolinkCanceledException>(outcome.Error));
        Assert.All(outcomes.Where(outcome => outcome.Task is null), outcome => Assert.Contains("nothing was submitted", outcome.Error!.Message, StringComparison.Ordinal));

        // The poller sees on a thread of its own that nobody waits any more.
        Assert.True(SpinWait.SpinUntil(() => _time.Timers == 0, TimeSpan.FromSeconds(30)), $"{_time.Timers} timers are left.");
    }

    [Fact]
    public async Task LeavingTheLoop_SendsNothingMore_AndTheIdsWereTold()
    {
        ManyServer server = new(endOf: static id => id == "t0" ? "completed" : "processing");
        List<string> told = [];
        ManyOptions options = new()
        {
            Parallelism = 2,
            OnSubmitted = (_, task) =>
            {
                lock (told) told.Add(task.Id);
            },
        };
        using HttpClient http = server.Stub.Client();

        // The clock may run on while the loop is being left: no wait may reach its limit meanwhile.
        EvolinkOptions unlimited = TestApi.Options(_time);
        unlimited.Polling.Timeout = TimeSpan.FromDays(24);
        using TestClient client = new(unlimited, http);

        await _time.RunAsync(
            client.GenerateManyAsync(Enumerable.Range(0, 10).Select(index => new TestRequest($"t{index}")), options, TestContext.Current.CancellationToken), 10, parallelism: 2, static _ => false);

        Assert.Equal(server.Creates.Select(ManyServer.PromptOf).Order(), told.Order());
        Assert.InRange(told.Count, 2, 3);
    }

    [Fact]
    public async Task ALimitOnRequests_IsWaitedThrough_ByAllOfThem()
    {
        int refused = 0;
        ManyServer server = new() { OnCreate = _ => Interlocked.Increment(ref refused) <= 15 ? StubServer.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded") : null };

        List<RequestOutcome<TestTask>> outcomes = await GenerateAsync(server, [.. Enumerable.Range(0, 6).Select(index => new TestRequest($"t{index}"))], new ManyOptions { Parallelism = 3 });

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.InRange(_time.Now, TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task ALimitThatNeverEnds_EndsTheRequests()
    {
        ManyServer server = new() { OnCreate = static _ => StubServer.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded") };

        List<RequestOutcome<TestTask>> outcomes = await GenerateAsync(server, [new("a"), new("b")]);

        Assert.All(outcomes, outcome => Assert.Equal(EvolinkErrorKind.RateLimited, Assert.IsType<EvolinkApiException>(outcome.Error).Kind));
        Assert.InRange(_time.Now, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20));
    }

    [Fact]
    public async Task WhereRetriesAreOff_OrARequestHasALimit_ARefusalIsTheOutcome()
    {
        ManyServer server = new() { OnCreate = static _ => StubServer.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded") };

        List<RequestOutcome<TestTask>> never = await GenerateAsync(server, [new("a")], configure: options => options.SubmitRetry = SubmitRetry.Never);
        List<RequestOutcome<TestTask>> limited = await GenerateAsync(server, [new("a")], new ManyOptions { Request = new RequestOptions { Timeout = TimeSpan.FromMinutes(2) } });

        Assert.IsType<EvolinkApiException>(Assert.Single(never).Error);
        Assert.IsAssignableFrom<EvolinkException>(Assert.Single(limited).Error);
        Assert.InRange(_time.Now, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task AHandlerThatThrows_IsTheErrorOfItsRequestAlone_AndTheIdStays()
    {
        ManyServer server = new();
        ManyOptions options = new()
        {
            OnSubmitted = static (_, task) =>
            {
                if (task.Id == "a") throw new InvalidOperationException("the disk is full");
                if (task.Id == "b") throw new OperationCanceledException();
            },
        };

        RequestOutcome<TestTask>[] outcomes = [.. (await GenerateAsync(server, [new("a"), new("b"), new("c")], options)).OrderBy(outcome => outcome.Index)];

        EvolinkCallbackException error = Assert.IsType<EvolinkCallbackException>(outcomes[0].Error);
        Assert.Equal(("a", server.Creates.Single(request => ManyServer.PromptOf(request) == "a").IdempotencyKey), (error.TaskId, error.IdempotencyKey));
        Assert.Equal("b", Assert.IsType<EvolinkCanceledException>(outcomes[1].Error).TaskId);
        Assert.Equal(["a", "b", "c"], outcomes.Select(outcome => outcome.Task!.Id));
        Assert.True(outcomes[2].IsSuccess);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task WhatOnSubmittedThrows_MayBeUnreadable(HttpStatusCode status)
    {
        ManyServer server = new() { OnCreate = request => ManyServer.PromptOf(request) == "a" ? StubServer.Json("""{"id":"a","status":"pending"}""", status) : null };
        ManyOptions options = new() { Parallelism = 1, OnSubmitted = static (_, task) => throw (task.Id == "a" ? new UnreadableException() : new UnreadableException(null)) };

        RequestOutcome<TestTask>[] outcomes = [.. (await GenerateAsync(server, [new("a"), new("b")], options)).OrderBy(outcome => outcome.Index)];

        Assert.Equal(["a", "b"], outcomes.Select(outcome => Assert.IsAssignableFrom<EvolinkException>(outcome.Error).TaskId));
    }

    [Fact]
    public async Task ASecondEnumeration_PaysForNothing()
    {
        ManyServer server = new();
        using HttpClient http = server.Stub.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        IAsyncEnumerable<RequestOutcome<TestTask>> outcomes = client.GenerateManyAsync([new TestRequest("a")], cancellationToken: TestContext.Current.CancellationToken);
        await _time.ReadAllAsync(outcomes, 1);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => _time.ReadAllAsync(outcomes, 1));

        Assert.Contains("once", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Creates);
    }

    [Fact]
    public async Task NoRequests_AreAnEmptyLoop() => Assert.Empty(await GenerateAsync(new ManyServer(), []));

    private async Task<List<RequestOutcome<TestTask>>> GenerateAsync(
        ManyServer server,
        IReadOnlyList<TestRequest> requests,
        ManyOptions? options = null,
        Action? onOutcome = null,
        List<RequestOutcome<TestTask>>? outcomes = null,
        Action<EvolinkOptions>? configure = null,
        CancellationToken cancellationToken = default)
    {
        outcomes ??= [];
        using HttpClient http = server.Stub.Client();
        EvolinkOptions client = TestApi.Options(_time);
        configure?.Invoke(client);
        using TestClient evolink = new(client, http);
        await _time.RunAsync(evolink.GenerateManyAsync(requests, options, cancellationToken), requests.Count, options?.Parallelism ?? 10, outcome =>
        {
            outcomes.Add(outcome);
            onOutcome?.Invoke();
            return true;
        });
        return outcomes;
    }
}
