using System.Text.Json;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Requests;

namespace Evolink.Runtime.Tasks;

/// <summary>Gives requests that have none the address that the service calls when their tasks have ended: <see cref="EvolinkOptions.CallbackUrl"/>.</summary>
internal sealed class CallbackUrls(ClientSettings settings)
{
    private const string Member = "callback_url";

    /// <summary>Completes a create; any other call is left as it is.</summary>
    public Task CompleteAsync(ApiCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (call.Body is JsonBody { Value: GenerationRequest request } body && RequestTypes.Find(request.GetType()) is { } type && Complete(request, type, call.Options) is { } completed)
        {
            call.Json(completed, mediaType: body.MediaType);
        }

        return Task.CompletedTask;
    }

    private GenerationRequest? Complete(GenerationRequest request, RequestType type, RequestOptions? options)
    {
        using JsonDocument? json = TryParse(request);
        if (json is null) return null;
        if (json.RootElement.TryGetProperty(Member, out JsonElement own) && own.ValueKind != JsonValueKind.Null) return null;
        if (Create(options) is not { } address) return null;
        return RequestJson.Create(type, writer =>
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in json.RootElement.EnumerateObject().Where(static member => !member.NameEquals(Member))) member.WriteTo(writer);
            writer.WriteString(Member, address.AbsoluteUri);
            writer.WriteEndObject();
        });
    }

    private Uri? Create(RequestOptions? options) => options?.IdempotencyKey is { } key && settings.KeyedCallbackUrl is { } create
        ? create(key, options.Recorded?.Since)
        : settings.CallbackUrl?.Invoke();

    // What cannot be written is refused with its reason by the check that follows.
    private static JsonDocument? TryParse(GenerationRequest request)
    {
        try
        {
            return RequestJson.Parse(request);
        }
        catch (Exception unwritable) when (unwritable is ArgumentException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }
}
