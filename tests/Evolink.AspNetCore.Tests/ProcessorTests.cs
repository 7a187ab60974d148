using System.Collections.Concurrent;
using System.Net;
using Evolink.Tests.Support;
using Evolink.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Evolink.AspNetCore.Tests;

/// <summary>What becomes of a callback that was answered, on a clock of the test's and on no socket.</summary>
public sealed class ProcessorTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LogText _log = new();
    private readonly ConcurrentQueue<string> _handled = new();
    private readonly Service _service = new();
    private readonly WebhookQueue _queue;
    private readonly HttpClient _http;
    private readonly EvolinkClient _client;
    private readonly ILoggerFactory _loggers;
    private readonly ServiceProvider _services;
    private readonly WebhookProcessor _processor;
    private Func<EvolinkWebhook, CancellationToken, Task> _handle;
    private int _disposed;

    public ProcessorTests()
    {
        IOptions<EvolinkWebhookOptions> options = Options.Create(new EvolinkWebhookOptions());
        _handle = (webhook, _) =>
        {
            _handled.Enqueue(webhook.Task.Id!);
            return Task.CompletedTask;
        };
        _queue = new WebhookQueue(options);
        _http = new HttpClient(_service);
        _client = new EvolinkClient(new EvolinkOptions { ApiKey = "sk-0123456789abcdef0123456789abcdef" }, _http);
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        _services = new ServiceCollection().AddScoped<IEvolinkWebhookHandler>(_ => new Handler(this)).BuildServiceProvider();
        _processor = new WebhookProcessor(_queue, _client, [], _services.GetRequiredService<IServiceScopeFactory>(), options, _clock, _loggers.CreateLogger<WebhookProcessor>());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATaskThatCannotBeFoundYet_IsReadAgain_ForFifteenSeconds()
    {
        _service.Missing = 2;
        await StartAsync("task-1");

        await RestsAfterAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await RestsAfterAsync(2);
        _clock.Advance(TimeSpan.FromSeconds(13));
        await WebhookHost.UntilAsync(() => !_handled.IsEmpty);

        Assert.Equal("task-1", Assert.Single(_handled));
        Assert.Equal((3, TimeSpan.FromSeconds(15)), (_service.Reads, _clock.Now));
    }

    [Fact]
    public async Task ATaskThatIsNotThereAfterThat_IsNotReadAnyMore_UntilAnotherCallbackComes()
    {
        _service.Missing = 3;
        await StartAsync("task-1");

        await RestsAfterAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await RestsAfterAsync(2);
        _clock.Advance(TimeSpan.FromSeconds(13));
        await WebhookHost.UntilAsync(() => _log.Own.Contains("The task task-1 that a callback speaks of could not be read.", StringComparison.Ordinal));
        Assert.Equal((3, 0), (_service.Reads, _clock.Timers));

        await WebhookHost.UntilAsync(() =>
        {
            _queue.TryAdd(new TaskHint("task-1", ""));
            return !_handled.IsEmpty;
        });
    }

    [Fact]
    public async Task HandlersThatHang_KeepTheirPlacesForFiveMinutes_AndWhatTheyUseUntilTheyEnd()
    {
        TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int hung = 0, told = 0;
        _handle = async (webhook, token) =>
        {
            if (webhook.Task.Id == "task-free")
            {
                _handled.Enqueue(webhook.Task.Id);
                return;
            }

            token.Register(() =>
            {
                Interlocked.Increment(ref told);
                throw new InvalidOperationException("No.");
            });
            Interlocked.Increment(ref hung);
            await end.Task;
        };
        await StartAsync([.. Enumerable.Range(0, 16).Select(static index => $"task-{index}"), "task-free"]);
        await WebhookHost.UntilAsync(() => Volatile.Read(ref hung) == 16 && _clock.Timers == 16);
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_handled);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await WebhookHost.UntilAsync(() => !_handled.IsEmpty && Volatile.Read(ref told) == 16);

        Assert.Contains("Handler has not ended within 00:05:00 for the task task-3", _log.Own, StringComparison.Ordinal);
        await WebhookHost.UntilAsync(() => Volatile.Read(ref _disposed) == 1);
        end.SetResult();
        await WebhookHost.UntilAsync(() => Volatile.Read(ref _disposed) == 17);
    }

    public async ValueTask DisposeAsync()
    {
        await _processor.StopAsync(CancellationToken.None);
        _processor.Dispose();
        await _services.DisposeAsync();
        _loggers.Dispose();
        _client.Dispose();
        _http.Dispose();
    }

    private async Task StartAsync(params string[] tasks)
    {
        foreach (string task in tasks) Assert.True(_queue.TryAdd(new TaskHint(task, "")));
        await _processor.StartAsync(Cancellation);
    }

    private Task RestsAfterAsync(int reads) => WebhookHost.UntilAsync(() => _service.Reads == reads && _clock.Timers == 1, $"it rests after the read {reads}");

    private sealed class Handler(ProcessorTests owner) : IEvolinkWebhookHandler, IDisposable
    {
        public Task HandleAsync(EvolinkWebhook webhook, CancellationToken cancellationToken) => owner._handle(webhook, cancellationToken);

        public void Dispose() => Interlocked.Increment(ref owner._disposed);
    }

    /// <summary>A service whose tasks have ended, and cannot be found at first.</summary>
    private sealed class Service : HttpMessageHandler
    {
        private int _reads;

        public int Missing { get; set; }

        public int Reads => Volatile.Read(ref _reads);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isMissing = Interlocked.Increment(ref _reads) <= Missing;
            string id = request.RequestUri!.Segments[^1];
            string body = isMissing
                ? """{"error":{"code":"task_not_found","message":"There is no such task.","type":"invalid_request_error"}}"""
                : $$"""{"created":1,"id":"{{id}}","model":"m","object":"video.generation.task","progress":100,"status":"completed","results":["https://cdn.example.com/1.mp4"],"type":"video"}""";
            return Task.FromResult(new HttpResponseMessage(isMissing ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = new StringContent(body, null, "application/json"), RequestMessage = request });
        }
    }
}
