using System.Net;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Evolink.AspNetCore.Tests;

/// <summary>A callback is a hint: it makes the host ask, and what the host is told is what counts.</summary>
public sealed class WebhookTests
{
    private static readonly GenerationRequest s_request = new Happyhorse1_0ImageToVideoRequest { ImageUrls = [new("https://cdn.example.com/cat.png")] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACallback_IsAnsweredAtOnce_TheTaskIsReadAgain_AndTheHandlerIsTold()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        GenerationTask<TaskDetailResponse> task = await host.Client.SubmitAsync(s_request, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, await host.CallAsync(host.Urls.Create("order-4711"), Body(task.Id, "failed")));
        await WebhookHost.UntilAsync(() => !host.Handled.IsEmpty);

        EvolinkWebhook webhook = Assert.Single(host.Handled);
        Assert.Equal("order-4711", webhook.CorrelationId);
        Assert.Equal(task.Id, webhook.Task.Id);

        // The callback said something else.
        Assert.Equal("completed", webhook.Task.Status?.Value);
    }

    [Fact]
    public async Task AWait_EndsByTheCallback()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        GenerationTask<TaskDetailResponse> task = await host.Client.SubmitAsync(s_request, Cancellation);
        Task<TaskDetailResponse> wait = task.WaitAsync(cancellationToken: Cancellation);
        await WebhookHost.UntilAsync(() => host.Client.NotifyTask("nobody") || host.Simulator.Tasks.Count == 1);
        await host.CallAsync(host.Urls.Create(), Body(task.Id));
        Assert.Equal(task.Id, (await wait).Id);
    }

    [Fact]
    public async Task ByOption_EveryRequestHasAnAddressOfThisHost_AndTheServiceCallsIt()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(configure: static options => options.AddToRequests = true);
        GenerationTask<TaskDetailResponse> task = await host.Client.SubmitAsync(s_request, Cancellation);
        await WebhookHost.UntilAsync(() => !host.Handled.IsEmpty);
        Assert.Equal(task.Id, Assert.Single(host.Handled).Task.Id);
        await WebhookHost.UntilAsync(() => host.Simulator.Callbacks.Count > 0);
        Assert.Equal(202, Assert.Single(host.Simulator.Callbacks).Status);
    }

    [Fact]
    public async Task ARequestsOwnAddress_Stays()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(configure: static options => options.AddToRequests = true);
        Uri own = new("https://hooks.example.com/app/evolink/own");
        await host.Client.SubmitAsync(new Happyhorse1_0ImageToVideoRequest { ImageUrls = [new("https://cdn.example.com/cat.png")], CallbackUrl = own }, Cancellation);
        await WebhookHost.UntilAsync(() => host.Simulator.Callbacks.Count > 0);
        Assert.Equal(404, host.Simulator.Callbacks[0].Status);
        Assert.Empty(host.Handled);
    }

    [Fact]
    public async Task ACallbackThatComesAgain_IsHandledOnce()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        GenerationTask<TaskDetailResponse> first = await host.Client.SubmitAsync(s_request, Cancellation);
        GenerationTask<TaskDetailResponse> second = await host.Client.SubmitAsync(s_request, Cancellation);
        Uri address = host.Urls.Create();
        for (int call = 0; call < 5; call++) Assert.Equal(HttpStatusCode.Accepted, await host.CallAsync(address, Body(first.Id)));
        await host.CallAsync(address, Body(second.Id));
        await WebhookHost.UntilAsync(() => host.Handled.Any(one => one.Task.Id == second.Id));
        await WebhookHost.UntilAsync(() => host.Handled.Any(one => one.Task.Id == first.Id));
        Assert.Equal(2, host.Handled.Count);
    }

    [Fact]
    public async Task AForgedOne_TellsNobody()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(TaskScript.Completing(TimeSpan.Zero, TimeSpan.FromHours(1)));
        GenerationTask<TaskDetailResponse> running = await host.Client.SubmitAsync(s_request, Cancellation);
        Uri address = host.Urls.Create();
        Assert.Equal(HttpStatusCode.Accepted, await host.CallAsync(address, Body(running.Id)));
        Assert.Equal(HttpStatusCode.Accepted, await host.CallAsync(address, Body("task-unified-of-somebody-else")));
        await WebhookHost.UntilAsync(() => host.Log.Own.Contains("task-unified-of-somebody-else", StringComparison.Ordinal));
        Assert.Empty(host.Handled);
    }

    [Theory]
    [InlineData("/evolink/x")]
    [InlineData("/evolink/AQAAAABp")]
    [InlineData("/evolink/")]
    public async Task AnAddressThatIsNotOurs_IsNotThere(string path)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await host.PostAsync(path, new StringContent(Body("task-unified-1"), null, "application/json")));
        Assert.Empty(host.Simulator.Requests);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":5}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":null}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":""}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"a","id":"b"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"a"} {}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"../credits"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"task-unified-1" """, HttpStatusCode.BadRequest)]
    public async Task ABodyThatIsNoTask_IsRefused(string body, HttpStatusCode status)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        Assert.Equal(status, await host.CallAsync(host.Urls.Create(), body));
        Assert.Empty(host.Simulator.Requests);
    }

    [Fact]
    public async Task AnotherMediaType_AndALongBody_AreRefused()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await host.CallAsync(host.Urls.Create(), Body("task-unified-1"), "text/plain"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await host.CallAsync(host.Urls.Create(), Body("task-unified-1") + new string(' ', 300_000)));

        // Without a length in its header.
        using Stream chunked = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Body("task-unified-1") + new string(' ', 300_000)));
        StreamContent content = new(new UnknownLength(chunked));
        content.Headers.ContentType = new("application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await host.PostAsync(host.Urls.Create().AbsolutePath["/app".Length..], content));
    }

    [Fact]
    public async Task AHandlerThatThrows_IsLogged_AndTheNextOneIsTold()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(services: static services => services.Insert(0, ServiceDescriptor.Scoped<IEvolinkWebhookHandler, Thrower>()));
        GenerationTask<TaskDetailResponse> task = await host.Client.SubmitAsync(s_request, Cancellation);
        await host.CallAsync(host.Urls.Create(), Body(task.Id));
        await WebhookHost.UntilAsync(() => !host.Handled.IsEmpty);
        Assert.Contains("Thrower threw for the task " + task.Id, host.Log.Own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Unmade))]
    [InlineData(typeof(Undisposed))]
    public async Task AHandlerThatCannotBeMadeOrDisposedOf_EndsNoHost(Type handler)
    {
        bool isBroken = true;
        await using WebhookHost host = await WebhookHost.StartAsync(services: services =>
        {
            services.AddSingleton<Func<bool>>(() => isBroken);
            services.Insert(0, ServiceDescriptor.Scoped(typeof(IEvolinkWebhookHandler), handler));
        });
        GenerationTask<TaskDetailResponse> first = await host.Client.SubmitAsync(s_request, Cancellation);
        CancellationToken stopping = host.App.Lifetime.ApplicationStopping;
        await host.CallAsync(host.Urls.Create(), Body(first.Id));
        await WebhookHost.UntilAsync(() => stopping.IsCancellationRequested || host.Log.Own.Contains("threw for the task " + first.Id, StringComparison.Ordinal));
        Assert.False(stopping.IsCancellationRequested);
        isBroken = false;

        GenerationTask<TaskDetailResponse> second = await host.Client.SubmitAsync(s_request, Cancellation);
        await host.CallAsync(host.Urls.Create(), Body(second.Id));
        await WebhookHost.UntilAsync(() => stopping.IsCancellationRequested || host.Handled.Any(one => one.Task.Id == second.Id));
        Assert.False(stopping.IsCancellationRequested);
    }

    [Fact]
    public async Task TasksThatHaveNotEnded_HoldUpNoOther()
    {
        // Nobody moves the clock: what rests, rests until the end of the test.
        ManualTimeProvider clock = new();
        await using WebhookHost host = await WebhookHost.StartAsync(
            services: services => services.AddSingleton<TimeProvider>(clock),
            scripts: task => task.Model == "happyhorse-1.0-image-to-video" ? TaskScript.Completing(TimeSpan.Zero, TimeSpan.FromHours(1)) : null);
        for (int early = 0; early < 20; early++)
        {
            GenerationTask<TaskDetailResponse> running = await host.Client.SubmitAsync(s_request, Cancellation);
            Assert.Equal(HttpStatusCode.Accepted, await host.CallAsync(host.Urls.Create(), Body(running.Id)));
        }

        GenerationTask<TaskDetailResponse> ended = await host.Client.SubmitAsync(new Wan2_7ReferenceVideoRequest { Prompt = "A cat", VideoUrls = [new("https://example.com/cat.mp4")] }, Cancellation);
        await host.CallAsync(host.Urls.Create(), Body(ended.Id));
        await WebhookHost.UntilAsync(() => !host.Handled.IsEmpty);

        Assert.Equal(ended.Id, Assert.Single(host.Handled).Task.Id);
    }

    [Fact]
    public async Task NoAddress_IsInTheLog()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        GenerationTask<TaskDetailResponse> task = await host.Client.SubmitAsync(s_request, Cancellation);
        Uri address = host.Urls.Create("order-4711");
        await host.CallAsync(address, Body(task.Id));
        await WebhookHost.UntilAsync(() => !host.Handled.IsEmpty);
        Assert.DoesNotContain(address.Segments[^1], host.Log.Own, StringComparison.Ordinal);
    }

    private static string Body(string id, string status = "completed") => $$"""{"created":1,"id":"{{id}}","model":"m","status":"{{status}}","progress":100}""";

    private sealed class Thrower : IEvolinkWebhookHandler
    {
        public Task HandleAsync(EvolinkWebhook webhook, CancellationToken cancellationToken) => throw new InvalidOperationException("No.");
    }

    private sealed class Unmade : IEvolinkWebhookHandler
    {
        public Unmade(Func<bool> isBroken)
        {
            if (isBroken()) throw new InvalidOperationException("No.");
        }

        public Task HandleAsync(EvolinkWebhook webhook, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Undisposed(Func<bool> isBroken) : IEvolinkWebhookHandler, IAsyncDisposable
    {
        public Task HandleAsync(EvolinkWebhook webhook, CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => isBroken() ? throw new InvalidOperationException("No.") : ValueTask.CompletedTask;
    }

    private sealed class UnknownLength(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
