using System.Text.Json;

namespace Evolink;

public static partial class JsonRead
{
    /// <summary>Reads a string.</summary>
    /// <exception cref="JsonException">It is neither a string nor null.</exception>
    public static string? String(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => DecodedText(ref reader),
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a string"),
    };

    /// <summary>Reads a string, or a number or boolean as it is written: for members that are a number here and a string there.</summary>
    /// <exception cref="JsonException">It is an object or an array.</exception>
    public static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => DecodedText(ref reader),
        JsonTokenType.Number => RawText(ref reader),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a string, a number or a boolean"),
    };

    /// <summary>Reads a boolean.</summary>
    /// <exception cref="JsonException">It is neither a boolean nor null.</exception>
    public static bool? Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a boolean"),
    };

    /// <summary>Reads an item that may be any JSON, a null among it.</summary>
    public static JsonElement AnyElement(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads any JSON as it is.</summary>
    public static JsonElement? Element(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
}
