using System.Text;

namespace Evolink.Codegen.Tests.Support.Loopback;

/// <summary>A client of HTTP whose requests are sent and answered over a socket, whatever host they are for.</summary>
internal sealed class LoopbackClient : IDisposable
{
    private readonly LoopbackHandler _handler;

    /// <param name="answer">The answer to each request.</param>
    public LoopbackClient(Func<HttpResponseMessage> answer)
    {
        _handler = LoopbackHandler.Rent(answer);
        Http = new HttpClient(_handler.Handler, disposeHandler: false);
    }

    /// <summary>Answers every request with the same JSON.</summary>
    public LoopbackClient(string json)
        : this(() => new HttpResponseMessage { Content = new StringContent(json, Encoding.UTF8, "application/json") })
    {
    }

    public HttpClient Http { get; }

    /// <summary>What the server saw, in order.</summary>
    public IReadOnlyList<Sent> Sent => [.. _handler.Sent];

    public void Dispose()
    {
        Http.Dispose();
        _handler.Return();
    }
}
