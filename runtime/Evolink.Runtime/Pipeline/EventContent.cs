using System.Net.ServerSentEvents;
using System.Text;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Pipeline;

/// <summary>Reads the events of a stream: their JSON, the mark that ends it, and the error that a server reports in the midst of it.</summary>
internal sealed class EventContent(ClientSettings settings)
{
    // What several vendors send after the last event, in place of JSON.
    private const string End = "[DONE]";

    /// <summary>A reader of events as they are.</summary>
    public static bool ReadAsItIs(SseItem<string> item, out SseItem<string> value)
    {
        value = item;
        return true;
    }

    /// <summary>A reader of events whose data is JSON.</summary>
    /// <exception cref="EvolinkApiException">The server reports an error by an event named <c>error</c>.</exception>
    /// <exception cref="EvolinkResponseException">The data is not as its specification says.</exception>
    public EventReader<T> ReadJson<T>(ApiCall call, ApiResponse response, JsonValueReader<T?> read) => (SseItem<string> item, out T? value) =>
    {
        value = default;
        if (item.Data.AsSpan().Trim() is End) return false;
        byte[] data = Encoding.UTF8.GetBytes(item.Data);
        using ApiResponse part = new(response.StatusCode) { RequestId = response.RequestId, MediaType = response.MediaType };
        data.CopyTo(part.Reserve(data.Length).Span);
        part.Advance(data.Length);
        CallErrors errors = new(call.Operation, settings.Descriptor, settings.ApiKey);
        if (item.EventType == "error") throw errors.CreateApiError(part, response.IdempotencyKey);
        value = ResponseJson.Read(part, read, out Exception? problem);
        return problem is null && value is not null ? true
            : throw errors.CreateResponseError(part, "An event of the response cannot be read", problem, response.IdempotencyKey);
    };
}
