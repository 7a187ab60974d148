using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Evolink.Codegen.Benchmarks.Rivals;

/// <summary>The client that one writes in an hour: HttpClient and the source generator of System.Text.Json, no retry, no check.</summary>
internal sealed class HandWritten : IDisposable
{
    private readonly HttpClient _http;

    public HandWritten(HttpMessageHandler handler, string key, string server = "https://api.evolink.ai")
    {
        _http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(server) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<WireTask?> CreateAsync(WireRequest request)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, "/v1/videos/generations") { Content = JsonContent.Create(request, WireContext.Default.WireRequest) };
        message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using HttpResponseMessage response = await _http.SendAsync(message);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(WireContext.Default.WireTask);
    }

    public Task<WireTask?> GetAsync(string id) => _http.GetFromJsonAsync("/v1/tasks/" + Uri.EscapeDataString(id), WireContext.Default.WireTask);

    public void Dispose() => _http.Dispose();
}
