using System.Buffers;
using System.Text.Json;

namespace Evolink.Pricing.Requests;

/// <summary>A request as JSON.</summary>
internal static class RequestReader
{
    private const int MaxDepth = 512;

    public static JsonElement Read(GenerationRequest request)
    {
        ArrayBufferWriter<byte> written = new();
        using (Utf8JsonWriter writer = new(written, new JsonWriterOptions { MaxDepth = MaxDepth })) request.WriteTo(writer);
        return JsonElement.Parse(written.WrittenSpan, new JsonDocumentOptions { MaxDepth = MaxDepth });
    }

    public static string? ModelOf(JsonElement request) => request.TryGetProperty("model", out JsonElement model) && model.ValueKind == JsonValueKind.String ? model.GetString() : null;
}
