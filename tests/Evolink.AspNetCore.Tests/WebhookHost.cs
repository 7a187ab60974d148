using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Evolink.AspNetCore.Tests;

/// <summary>A host on Kestrel whose service is a simulator.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    // A machine that is busy is slow; what has not come by then never will.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new();

    private WebhookHost(WebApplication app, EvolinkSimulator simulator, Recorder recorder, LogText log) => (App, Simulator, Handled, Log) = (app, simulator, recorder.Webhooks, log);

    public WebApplication App { get; }

    public EvolinkSimulator Simulator { get; }

    public ConcurrentQueue<EvolinkWebhook> Handled { get; }

    public LogText Log { get; }

    public EvolinkClient Client => App.Services.GetRequiredService<EvolinkClient>();

    public EvolinkCallbackUrls Urls => App.Services.GetRequiredService<EvolinkCallbackUrls>();

    public static async Task<WebhookHost> StartAsync(TaskScript? script = null, Action<EvolinkWebhookOptions>? configure = null, Action<IServiceCollection>? services = null, Func<CreatedTask, TaskScript?>? scripts = null, Func<SimulatorOptions, SimulatorOptions>? simulation = null)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string? self = null;
        SimulatorOptions simulated = new() { Script = scripts ?? (_ => script), PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.Zero, Callback = url => self is null ? null : new Uri(self + url.PathAndQuery["/app".Length..]) };
        EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(simulation?.Invoke(simulated) ?? simulated, cancellation);
        Recorder recorder = new();
        LogText log = new();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddEvolink(options =>
        {
            (options.ApiKey, options.BaseAddress) = (simulator.ApiKey, simulator.BaseAddress);

            // Without a callback nobody would ask within the hour.
            options.Polling.MinimumInterval = options.Polling.MaximumInterval = TimeSpan.FromHours(1);
        });
        builder.Services.AddEvolinkWebhooks(options =>
        {
            options.Secrets.Add(Secret);
            options.PublicAddress = new Uri("https://hooks.example.com/app");
            configure?.Invoke(options);
        });
        builder.Services.AddSingleton<IEvolinkWebhookHandler>(recorder);
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapEvolinkWebhook("/evolink/{token}");
        await app.StartAsync(cancellation);
        self = app.Urls.First();
        return new WebhookHost(app, simulator, recorder, log);
    }

    /// <summary>Calls an address of this host as the service would, behind the proxy that owns its public name.</summary>
    public Task<HttpStatusCode> CallAsync(Uri callback, string body, string mediaType = "application/json") =>
        PostAsync(callback.AbsolutePath["/app".Length..], new StringContent(body, Encoding.UTF8, mediaType));

    public async Task<HttpStatusCode> PostAsync(string path, HttpContent content)
    {
        using HttpResponseMessage response = await _http.PostAsync(new Uri(App.Urls.First() + path), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Waits for something that happens behind the answers.</summary>
    /// <param name="isReached">Whether it has happened.</param>
    /// <param name="what">What is waited for, for the failure.</param>
    public static async Task UntilAsync(Func<bool> isReached, [CallerArgumentExpression(nameof(isReached))] string what = "")
    {
        for (long start = Stopwatch.GetTimestamp(); !isReached(); await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < s_limit, $"Within {s_limit} this did not come about: {what}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private sealed class Recorder : IEvolinkWebhookHandler
    {
        public ConcurrentQueue<EvolinkWebhook> Webhooks { get; } = new();

        public Task HandleAsync(EvolinkWebhook webhook, CancellationToken cancellationToken)
        {
            Webhooks.Enqueue(webhook);
            return Task.CompletedTask;
        }
    }
}
