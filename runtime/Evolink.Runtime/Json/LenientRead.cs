using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>
/// Reads the values of responses where they are read otherwise than by <see cref="JsonRead"/>: text that is no Unicode has U+FFFD in
/// its bad places, and lists and maps hold the entries that fit.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "The methods are named for the types, as those of JsonRead.")]
public static partial class LenientRead
{
    /// <summary>Reads a string.</summary>
    /// <exception cref="JsonException">It is neither a string nor null.</exception>
    public static string? String(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? DecodedText(ref reader) : JsonRead.String(ref reader);

    /// <summary>Reads a string, or a number or boolean as it is written.</summary>
    /// <exception cref="JsonException">It is an object or an array.</exception>
    public static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? DecodedText(ref reader) : JsonRead.Text(ref reader);

    /// <summary>Reads a URI or a reference, as it is written.</summary>
    /// <exception cref="JsonException">It is neither a string nor null.</exception>
    public static Uri? Uri(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? JsonRead.UriOf(DecodedText(ref reader)) : JsonRead.Uri(ref reader);

    /// <summary>Reads any JSON, a null too.</summary>
    /// <returns>An element that can be read and written whatever its text was.</returns>
    public static JsonElement AnyElement(ref Utf8JsonReader reader)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        return UnicodeText.IsValid(element)
            ? element
            : JsonElement.Parse(WireJson.Clean(JsonMarshal.GetRawUtf8Value(element)), new JsonDocumentOptions { MaxDepth = int.MaxValue });
    }

    /// <summary>Reads any JSON; null where it is null.</summary>
    public static JsonElement? Element(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : AnyElement(ref reader);

    /// <summary>The text that the reader stands on, a member's name too.</summary>
    internal static string DecodedText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // So the reader says that the text is no Unicode.
            ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
            Utf8JsonReader repaired = new(WireJson.Clean([(byte)'"', .. text, (byte)'"']));
            repaired.Read();
            return repaired.GetString()!;
        }
    }

    /// <summary>Reads a value; where it does not fit, the reader stands on its first token again.</summary>
    /// <exception cref="JsonException">The document itself is broken.</exception>
    internal static bool Fits<T>(ref Utf8JsonReader reader, JsonValueReader<T> read, out T? value)
    {
        try
        {
            value = read(ref reader);
            return true;
        }
        catch (UnfitJsonException)
        {
            // The generated types and the functions here judge a value by its first token, and move on only if it fits.
            value = default;
            return false;
        }
    }
}
