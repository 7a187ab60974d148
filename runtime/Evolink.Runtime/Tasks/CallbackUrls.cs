using System.Buffers;
using System.Text.Json;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Requests;

namespace Evolink.Runtime.Tasks;

/// <summary>Gives requests that have none the address that the service calls when their tasks have ended: <see cref="EvolinkOptions.CallbackUrl"/>.</summary>
internal sealed class CallbackUrls(Func<Uri?> create)
{
    private const string Member = "callback_url";

    /// <summary>Completes a create; any other call is left as it is.</summary>
    public Task CompleteAsync(ApiCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (call.Body is JsonBody { Value: GenerationRequest request } body && RequestTypes.Find(request.GetType()) is { } type && Complete(request, type) is { } completed)
        {
            call.Json(completed, mediaType: body.MediaType);
        }

        return Task.CompletedTask;
    }

    private GenerationRequest? Complete(GenerationRequest request, RequestType type)
    {
        ArrayBufferWriter<byte> written = new();
        using (Utf8JsonWriter writer = new(written)) request.WriteTo(writer);
        using JsonDocument json = JsonDocument.Parse(written.WrittenMemory);
        if (json.RootElement.TryGetProperty(Member, out JsonElement own) && own.ValueKind != JsonValueKind.Null) return null;
        if (create() is not { } address) return null;

        ArrayBufferWriter<byte> completed = new();
        using (Utf8JsonWriter writer = new(completed))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in json.RootElement.EnumerateObject().Where(static member => !member.NameEquals(Member))) member.WriteTo(writer);
            writer.WriteString(Member, address.AbsoluteUri);
            writer.WriteEndObject();
        }

        Utf8JsonReader reader = new(completed.WrittenSpan);
        reader.Read();
        return JsonRead.Located(ref reader, type.Read);
    }
}
