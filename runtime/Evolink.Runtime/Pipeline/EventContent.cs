using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Http;
using Evolink.Runtime.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Pipeline;

/// <summary>Reads the events of a stream: their JSON, the mark that ends it, and the error that a server reports in the midst of it.</summary>
/// <param name="settings">The client's.</param>
/// <param name="call">The call that is answered with events.</param>
/// <param name="response">Its response.</param>
internal sealed class EventContent(ClientSettings settings, ApiCall call, ApiResponse response)
{
    // What several vendors send after the last event, in place of JSON.
    private const string End = "[DONE]";

    private readonly CallErrors _errors = new(call.Operation, settings.Descriptor, settings.ApiKey);

    /// <summary>The events of a stream.</summary>
    public EventSource Stream(Stream body) => new(response, _errors, new EventBody(body), []);

    /// <summary>What came as JSON, where events were asked for: one event, or a list of them.</summary>
    /// <exception cref="EvolinkApiException">It is an error.</exception>
    /// <exception cref="EvolinkResponseException">It is not what an event is; the exception has all of it.</exception>
    public EventSource Json(bool isText)
    {
        JsonElement? root = WireJson.Parse(response.Body.Span);
        if (root is { } body && IsUndocumentedError(body)) throw _errors.CreateApiError(response, response.IdempotencyKey);
        if (root is { } text && isText) return new EventSource(response, _errors, body: null, [MaskedKey.Remove(text.GetRawText(), settings.ApiKey)]);
        IReadOnlyList<JsonElement> values = root is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : root is { } one ? [one] : [];
        return values.Count > 0 && values.All(Fits)
            ? new EventSource(response, _errors, body: null, [.. values.Select(value => value.GetRawText())])
            : throw _errors.CreateResponseError(response, "The response is no event stream", cause: null, response.IdempotencyKey);
    }

    /// <summary>Reads an event as it is.</summary>
    /// <exception cref="EvolinkResponseException">The stream ended in the midst of it.</exception>
    public static EventOutcome ReadAsItIs(EventSource source, RawEvent read, out SseItem<string> value)
    {
        value = read.Item;
        return read.IsCut ? throw source.CreateBrokenOff(read) : EventOutcome.Value;
    }

    /// <summary>Reads an event whose data is JSON.</summary>
    /// <exception cref="EvolinkApiException">It is an error that the document does not describe.</exception>
    /// <exception cref="EvolinkResponseException">The data is not as its specification says, or the stream ended in the midst of it.</exception>
    public EventOutcome ReadJson<T>(EventSource source, RawEvent read, JsonValueReader<T?> readValue, out T? value)
    {
        (value, SseItem<string> item) = (default, read.Item);
        ReadOnlySpan<char> text = item.Data.AsSpan().Trim();
        if (text is End) return EventOutcome.End;
        // Some keep a connection alive by events that say nothing.
        if (text is "" or "null" && item.EventType != "error") return EventOutcome.Nothing;
        using ApiResponse part = PartOf(item.Data);
        if (IsUndocumentedError(item)) throw _errors.CreateApiError(part, response.IdempotencyKey);
        value = ResponseJson.Read(part, readValue, out Exception? problem);
        if (problem is null && value is not null) return EventOutcome.Value;
        throw read.IsLast ? source.CreateBrokenOff(read)
            : _errors.CreateResponseError(part, "An event of the response cannot be read", problem, response.IdempotencyKey);
    }

    private bool IsUndocumentedError(SseItem<string> item)
    {
        // Nearly every event is told by this alone, and is not parsed twice.
        bool isNamed = item.EventType == "error";
        if (!isNamed && !item.Data.Contains("error", StringComparison.Ordinal)) return false;
        JsonElement? root = WireJson.Parse(Encoding.UTF8.GetBytes(item.Data));
        return root is { } json ? (isNamed || ErrorDetection.IsErrorEvent(json)) && !IsDocumentedError(json, isNamed) : isNamed;
    }

    private bool IsUndocumentedError(JsonElement json) => ErrorDetection.IsErrorEvent(json) && !IsDocumentedError(json, isNamed: false);

    // An event that is called so may have a member 'event' for its name, as documents of OpenAPI 3.2 describe it.
    private bool IsDocumentedError(JsonElement json, bool isNamed) =>
        call.Operation.Events.Any(shape => shape.IsError && (shape.Fits(json) || (isNamed && shape is { Tag: "event", Required: [] } && shape.Values.Contains("error"))));

    private bool Fits(JsonElement json) => call.Operation.Events.Count == 0 ? json.ValueKind == JsonValueKind.Object : call.Operation.Events.Any(shape => shape.Fits(json));

    private ApiResponse PartOf(string data)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(data);
        ApiResponse part = new(response.StatusCode) { RequestId = response.RequestId, MediaType = response.MediaType };
        bytes.CopyTo(part.Reserve(bytes.Length).Span);
        part.Advance(bytes.Length);
        return part;
    }
}

/// <summary>What came of an event.</summary>
internal enum EventOutcome
{
    Value,

    /// <summary>It says nothing, and the next one may.</summary>
    Nothing,

    /// <summary>It ends the stream.</summary>
    End,
}
