using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tool.Requests;

/// <summary>Numbers as they are typed.</summary>
internal static class JsonNumber
{
    /// <summary>The number as it is written; null for a text that is none.</summary>
    public static JsonNode? TryRead(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] == '-')) return null;
        try
        {
            return JsonNode.Parse(text) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
