using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Many;

public sealed class SubmitManyTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task EachTask_ComesAsSoonAsItsIdIsKnown_AndNoneIsAskedFor()
    {
        ManyServer server = new();
        using HttpClient http = server.Stub.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        List<RequestOutcome<TestTask>> outcomes = await _time.ReadAllAsync(client.SubmitManyAsync([new TestRequest("a"), new TestRequest("b"), new TestRequest(null)], cancellationToken: TestContext.Current.CancellationToken), 3);

        Assert.Equal(["a", "b", null], outcomes.OrderBy(outcome => outcome.Index).Select(outcome => outcome.Task?.Id));
        Assert.Equal(2, server.Stub.Requests.Count);
        RequestOutcome<TestTask> first = outcomes.Single(outcome => outcome.Index == 0);
        Assert.True(first.IsSuccess);
        Assert.Throws<InvalidOperationException>(first.GetResult);
        Assert.Equal("a", (await _time.RunAsync(first.Task!.WaitAsync(cancellationToken: TestContext.Current.CancellationToken))).Id);
    }

    [Fact]
    public async Task OwnKeysAndHeaders_GoWithTheirRequests()
    {
        ManyServer server = new();
        using HttpClient http = server.Stub.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        ManyOptions options = new()
        {
            IdempotencyKey = static request => "order-of-2026-11-21-" + ((TestRequest)request).Prompt,
            Request = new RequestOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "abc" } },
        };

        await _time.ReadAllAsync(client.SubmitManyAsync([new TestRequest("a"), new TestRequest("b")], options, TestContext.Current.CancellationToken), 2);

        Assert.All(server.Creates, request => Assert.Equal(("order-of-2026-11-21-" + ManyServer.PromptOf(request), "abc"), (request.IdempotencyKey, request.Headers["X-Trace"])));
    }

    public static TheoryData<ManyOptions, string> Unusable => new()
    {
        { new ManyOptions { Parallelism = 0 }, "ManyOptions.Parallelism" },
        { new ManyOptions { Parallelism = 1001 }, "ManyOptions.Parallelism" },
        { new ManyOptions { Directory = " " }, "ManyOptions.Directory" },
        { new ManyOptions { Download = null! }, "ManyOptions.Download" },
        { new ManyOptions { Download = new DownloadOptions { Parallelism = 0 } }, "DownloadOptions.Parallelism" },
        { new ManyOptions { Request = new RequestOptions { AttemptTimeout = TimeSpan.Zero } }, "RequestOptions.AttemptTimeout" },
        { new ManyOptions { Request = new RequestOptions { IdempotencyKey = "order-17-of-2026-11-21" } }, "ManyOptions.IdempotencyKey" },
        { new ManyOptions { IdempotencyKey = static _ => "the-same-key-for-all" }, "Two requests have the idempotency key" },
        { new ManyOptions { IdempotencyKey = static _ => "short" }, "16 to 96" },
        { new ManyOptions { IdempotencyKey = static _ => null! }, "gave no key" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void WhatCannotBeUsed_IsSaidAtOnce_AndNothingIsSent(ManyOptions options, string expected)
    {
        ManyServer server = new();
        using HttpClient http = server.Stub.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        ArgumentException error = Assert.Throws<ArgumentException>(() => client.SubmitManyAsync([new TestRequest("a"), new TestRequest("b")], options, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => client.GenerateManyAsync([new TestRequest("a"), null!], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Stub.Requests);
    }

    [Fact]
    public async Task AClientOfSeveralKinds_TakesRequestsOfOneKind_AndOfAny()
    {
        using DownloadFolder folder = new();
        ManyServer server = new();
        using HttpClient http = server.Stub.Client();
        using ManyKindsClient client = new(TestApi.Options(_time), http);
        List<TestRequest> requests = [new("a"), new("b")];

        List<RequestOutcome<TestTask>> typed = await _time.ReadAllAsync(client.GenerateManyAsync(requests, cancellationToken: TestContext.Current.CancellationToken), 2);
        List<RequestOutcome> any = await _time.ReadAllAsync(client.GenerateManyAsync(requests.Cast<GenerationRequest>(), cancellationToken: TestContext.Current.CancellationToken), 2);
        List<RequestOutcome<TestTask>> tasks = await _time.ReadAllAsync(client.SubmitManyAsync(requests, cancellationToken: TestContext.Current.CancellationToken), 2);
        List<RequestOutcome> anyTasks = await _time.ReadAllAsync(client.SubmitManyAsync(requests.Cast<GenerationRequest>(), cancellationToken: TestContext.Current.CancellationToken), 2);

        Assert.Equal(["a", "b"], typed.Select(outcome => outcome.GetResult().Id).Order());
        Assert.All(any, outcome => Assert.Equal(GenerationStatus.Completed, outcome.Task!.Status));
        Assert.Equal(["a", "b"], tasks.Select(outcome => outcome.Task!.Id).Order());
        Assert.Equal(["a", "b"], anyTasks.Select(outcome => outcome.Task!.Id).Order());
        await Assert.ThrowsAsync<ArgumentException>(() => client.GenerateToAsync(folder.Path, requests[0], new DownloadOptions { NameTemplate = "{x}" }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GenerateToAsync(folder.Path, (GenerationRequest)requests[0], new DownloadOptions { NameTemplate = "{x}" }));
    }

    private sealed class ManyKindsClient(EvolinkOptions options, HttpClient http) : EvolinkTaskClientBase(TestApi.Descriptor, options, http);
}
