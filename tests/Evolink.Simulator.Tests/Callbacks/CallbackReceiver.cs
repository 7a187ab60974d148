using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Evolink.Tests.Callbacks;

/// <summary>A host that callbacks are sent to.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Channel<JsonNode> _bodies = Channel.CreateUnbounded<JsonNode>();

    private CallbackReceiver(int status)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server => server.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(async context =>
        {
            Paths.Enqueue(context.Request.Path + context.Request.QueryString);
            context.Response.StatusCode = status;
            _bodies.Writer.TryWrite((await JsonNode.ParseAsync(context.Request.Body))!);
        });
    }

    public ConcurrentQueue<string> Paths { get; } = new();

    public Uri Address { get; private set; } = null!;

    public static async Task<CallbackReceiver> StartAsync(int status)
    {
        CallbackReceiver receiver = new(status);
        await receiver._server.StartAsync(TestContext.Current.CancellationToken);
        receiver.Address = new Uri(receiver._server.Urls.First());
        return receiver;
    }

    public async Task<JsonNode> NextAsync() => await _bodies.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
