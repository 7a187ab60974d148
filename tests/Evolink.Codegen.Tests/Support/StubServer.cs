using System.Net;
using System.Text;

namespace Evolink.Codegen.Tests.Support;

/// <summary>Answers every request alike and remembers what it was.</summary>
internal sealed class StubServer(string answer) : HttpMessageHandler
{
    /// <summary>Method and address of each request.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The body of each request; empty where it had none.</summary>
    public List<string> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Lines.Add($"{request.Method} {request.RequestUri}");
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
