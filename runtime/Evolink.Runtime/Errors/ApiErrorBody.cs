using System.Text;
using System.Text.Json;

namespace Evolink;

/// <summary>The members of an error answer, whichever of the vendor's shapes it has; all null for one that is no JSON.</summary>
internal sealed record ApiErrorBody(string Body)
{
    private const int MaxBodyCharacters = 4096;

    public string? Code { get; private init; }
    public string? Message { get; private init; }
    public string? Type { get; private init; }
    public string? Param { get; private init; }
    public string? Suggestion { get; private init; }

    /// <summary>Reads <c>{error:{code,message,…}}</c>, <c>{error:"…"}</c>, <c>{code,message}</c> or the files API's <c>{success:false,code,msg}</c>.</summary>
    /// <param name="body">The answer's body.</param>
    /// <param name="apiKey">Taken out wherever the server quotes it.</param>
    public static ApiErrorBody Read(ReadOnlyMemory<byte> body, string apiKey)
    {
        ApiErrorBody empty = new(Excerpt(body.Span, MaxBodyCharacters, apiKey));
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, empty, apiKey) : empty;
        }
        catch (JsonException)
        {
            return empty;
        }
    }

    /// <summary>The first characters of a body as text that is safe to show.</summary>
    public static string Excerpt(ReadOnlySpan<byte> body, int maxCharacters, string apiKey)
    {
        // Cut after the key is out, so that no half of it stays at the end.
        string text = MaskedKey.Remove(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 4 * maxCharacters + apiKey.Length)]), apiKey);
        return text.Length <= maxCharacters ? text : text[..maxCharacters];
    }

    private static ApiErrorBody Read(JsonElement root, ApiErrorBody empty, string apiKey)
    {
        JsonElement error = root.TryGetProperty("error", out JsonElement inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.String ? inner : root;
        if (error.ValueKind == JsonValueKind.String) return empty with { Message = MaskedKey.Remove(error.GetString()!, apiKey) };
        return empty with
        {
            Code = Text(error, "code"),
            Message = (Text(error, "message") ?? Text(error, "msg")) is { } message ? MaskedKey.Remove(message, apiKey) : null,
            Type = Text(error, "type"),
            Param = Text(error, "param"),
            Suggestion = Text(error, "fallback_suggestion") ?? Text(error, "suggestion"),
        };
    }

    private static string? Text(JsonElement element, string name) => !element.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
