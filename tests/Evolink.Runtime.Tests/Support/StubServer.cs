using System.Net;
using System.Text;

namespace Evolink.Tests.Support;

/// <summary>Answers in process. Keeps what it was asked.</summary>
internal sealed class StubServer(Func<StubRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<StubRequest> _requests = [];
    private int _count;

    /// <summary>Whether it keeps what it was asked; a test of memory wants nothing kept.</summary>
    public bool KeepsRequests { get; init; } = true;

    public IReadOnlyList<StubRequest> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    /// <summary>Answers one request after the other; the last response goes on for ever.</summary>
    public static StubServer Sequence(params Func<HttpResponseMessage>[] answers) =>
        new(request => answers[Math.Min(request.Number, answers.Length) - 1]());

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Error(HttpStatusCode status, string code = "", string? retryAfter = null)
    {
        HttpResponseMessage response = Json($$"""{"error":{"code":"{{code}}","message":"It went wrong"} }""", status);
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    public HttpClient Client() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        StubRequest seen;
        lock (_lock)
        {
            seen = new StubRequest(++_count, request.Method.Method, request.RequestUri!, body, request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value)));
            if (KeepsRequests) _requests.Add(seen);
        }

        return answer(seen);
    }
}

/// <param name="Number">From 1.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Where it went.</param>
/// <param name="Body">Its body as text.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record StubRequest(int Number, string Method, Uri Address, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? IdempotencyKey => Headers.GetValueOrDefault("Idempotency-Key");
}
