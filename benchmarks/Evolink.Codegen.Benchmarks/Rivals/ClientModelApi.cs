using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;

namespace Evolink.Codegen.Benchmarks.Rivals;

/// <summary>The same by System.ClientModel, on which the clients of OpenAI and Azure stand.</summary>
internal sealed class ClientModelApi(HttpClient http)
{
    private readonly ClientPipeline _pipeline = ClientPipeline.Create(new ClientPipelineOptions { Transport = new HttpClientPipelineTransport(http) });

    public async Task<WireTask?> CreateAsync(WireRequest request)
    {
        using PipelineMessage message = Message("POST", "https://api.evolink.ai/v1/videos/generations");
        message.Request.Headers.Set("Content-Type", "application/json");
        message.Request.Content = BinaryContent.Create(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(request, WireContext.Default.WireRequest)));
        await _pipeline.SendAsync(message);
        return JsonSerializer.Deserialize(message.Response!.Content.ToMemory().Span, WireContext.Default.WireTask);
    }

    public async Task<WireTask?> GetAsync(string id)
    {
        using PipelineMessage message = Message("GET", "https://api.evolink.ai/v1/tasks/" + Uri.EscapeDataString(id));
        await _pipeline.SendAsync(message);
        return JsonSerializer.Deserialize(message.Response!.Content.ToMemory().Span, WireContext.Default.WireTask);
    }

    private PipelineMessage Message(string method, string address)
    {
        PipelineMessage message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri = new Uri(address);
        message.Request.Headers.Set("Accept", "application/json");
        return message;
    }
}
