using System.Net;
using System.Text;

namespace OwnSpec;

/// <summary>Answers as the service would: every painting is done at once.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? answer = (request.Method.Method, request.RequestUri?.ToString()) switch
        {
            ("POST", "https://easel.example/v2/paintings") => """{ "id": "p-1", "status": "pending" }""",
            ("GET", "https://easel.example/v2/paintings/p-1") => """{ "id": "p-1", "status": "completed", "results": ["https://easel.example/1.png"] }""",
            _ => null,
        };
        return Task.FromResult(new HttpResponseMessage(answer is null ? HttpStatusCode.NotFound : HttpStatusCode.OK)
        {
            Content = new StringContent(answer ?? "{}", Encoding.UTF8, "application/json"),
        });
    }
}
