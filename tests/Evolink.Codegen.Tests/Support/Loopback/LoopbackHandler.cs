using System.Collections.Concurrent;
using System.Net;

namespace Evolink.Codegen.Tests.Support.Loopback;

/// <summary>
/// A handler as .NET makes it, whose every connection leads to the loopback server. A test has one for itself, and leaves its connections to the next.
/// </summary>
internal sealed class LoopbackHandler
{
    private static readonly ConcurrentBag<LoopbackHandler> s_idle = [];

    private readonly ConcurrentQueue<Sent> _sent = new();
    private Func<HttpResponseMessage> _answer = null!;

    private LoopbackHandler() => Handler = new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        SslOptions = LoopbackServer.Trusting,
        ConnectCallback = async (context, cancellationToken) =>
            await (await LoopbackServer.GetAsync()).ConnectAsync(this, context.InitialRequestMessage.RequestUri!.Scheme == "https", cancellationToken),
    };

    public SocketsHttpHandler Handler { get; }

    public IReadOnlyCollection<Sent> Sent => _sent;

    public static LoopbackHandler Rent(Func<HttpResponseMessage> answer)
    {
        LoopbackHandler handler = s_idle.TryTake(out LoopbackHandler? idle) ? idle : new LoopbackHandler();
        handler._sent.Clear();
        handler._answer = answer;
        return handler;
    }

    public void Return() => s_idle.Add(this);

    public void Record(Sent sent) => _sent.Enqueue(sent);

    public HttpResponseMessage Answer() => _answer();
}
