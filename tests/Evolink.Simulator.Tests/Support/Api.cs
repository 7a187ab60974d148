using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

/// <summary>A simulator of the test specs with a clock of its own, and a client that has the key.</summary>
internal sealed class Api : IAsyncDisposable
{
    public const string Film = """{"model":"film-1","prompt":"A dance"}""";
    public const string Creates = "/v1/videos/generations";

    private Api(EvolinkSimulator simulator, ManualTime time)
    {
        Simulator = simulator;
        Time = time;
        Client = new HttpClient { BaseAddress = simulator.BaseAddress };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", simulator.ApiKey);
    }

    public static string TestSpecs { get; } = Path.Combine(AppContext.BaseDirectory, "TestSpecs");

    public EvolinkSimulator Simulator { get; }

    public ManualTime Time { get; }

    public HttpClient Client { get; }

    public static async Task<Api> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null)
    {
        ManualTime time = new();
        SimulatorOptions options = new() { TimeProvider = time, SpecFolders = [TestSpecs], IncludeEmbeddedSpecs = false };
        return new Api(await EvolinkSimulator.StartAsync(configure?.Invoke(options) ?? options, TestContext.Current.CancellationToken), time);
    }

    public async Task<Answer> PostAsync(string path, string body, string? key = null, string contentType = "application/json")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request);
    }

    public async Task<Answer> GetAsync(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    public async Task<string> CreateAsync(string body = Film, string path = Creates)
    {
        Answer answer = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (string)answer.Body["id"]!;
    }

    public async Task<JsonNode> QueryAsync(string id) => (await GetAsync("/v1/tasks/" + id)).Body;

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, text, response.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
    }
}

internal sealed record Answer(HttpStatusCode Status, JsonNode Body, string Text, HttpResponseHeaders Headers)
{
    public string? Error(string member) => (string?)Body["error"]![member];

    public string? Header(string name) => Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
