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
public static class LenientRead
{
    /// <summary>
    /// Counts the entries that were left out of lists and maps on this thread: whoever holds the list, at any depth, learns by it
    /// that it has to be kept as it came. A reading never leaves its thread.
    /// </summary>
    [ThreadStatic]
    internal static int LeftOut;

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
        reader.TokenType == JsonTokenType.String ? LenientUri.Parse(DecodedText(ref reader)) : JsonRead.Uri(ref reader);

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

    /// <summary>Reads an array without its nulls and what does not fit.</summary>
    /// <exception cref="JsonException">It is neither an array nor null.</exception>
    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : notnull
    {
        if (!JsonToken.StartsArray(ref reader)) return null;
        List<T> items = [];
        while (JsonToken.NextItem(ref reader))
        {
            if (TryEntry<T?>(ref reader, item, out T? value) && value is not null) items.Add(value);
        }

        return items;
    }

    /// <inheritdoc cref="List{T}"/>
    public static IReadOnlyList<T>? Values<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct
    {
        if (!JsonToken.StartsArray(ref reader)) return null;
        List<T> items = [];
        while (JsonToken.NextItem(ref reader))
        {
            if (TryEntry(ref reader, item, out T? value) && value is { } set) items.Add(set);
        }

        return items;
    }

    /// <summary>Reads an array that may hold nulls, without what does not fit.</summary>
    /// <exception cref="JsonException">It is neither an array nor null.</exception>
    public static IReadOnlyList<T>? NullableList<T>(ref Utf8JsonReader reader, JsonValueReader<T> item)
    {
        if (!JsonToken.StartsArray(ref reader)) return null;
        List<T> items = [];
        while (JsonToken.NextItem(ref reader))
        {
            if (TryEntry(ref reader, item, out T? value, allowsNull: true)) items.Add(value!);
        }

        return items;
    }

    /// <summary>Reads an object as a map, without its nulls and what does not fit. The last of equal keys wins.</summary>
    /// <exception cref="JsonException">It is neither an object nor null.</exception>
    public static IReadOnlyDictionary<string, T>? Map<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : notnull
    {
        if (!JsonToken.StartsObject(ref reader)) return null;
        Dictionary<string, T> members = new(StringComparer.Ordinal);
        while (NextKey(ref reader, out string key))
        {
            if (TryEntry<T?>(ref reader, item, out T? value) && value is not null) members[key] = value;
        }

        return members;
    }

    /// <inheritdoc cref="Map{T}"/>
    public static IReadOnlyDictionary<string, T>? MapValues<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct
    {
        if (!JsonToken.StartsObject(ref reader)) return null;
        Dictionary<string, T> members = new(StringComparer.Ordinal);
        while (NextKey(ref reader, out string key))
        {
            if (TryEntry(ref reader, item, out T? value) && value is { } set) members[key] = set;
        }

        return members;
    }

    /// <summary>Reads an object as a map that may hold nulls, without what does not fit. The last of equal keys wins.</summary>
    /// <exception cref="JsonException">It is neither an object nor null.</exception>
    public static IReadOnlyDictionary<string, T>? NullableMap<T>(ref Utf8JsonReader reader, JsonValueReader<T> item)
    {
        if (!JsonToken.StartsObject(ref reader)) return null;
        Dictionary<string, T> members = new(StringComparer.Ordinal);
        while (NextKey(ref reader, out string key))
        {
            if (TryEntry(ref reader, item, out T? value, allowsNull: true)) members[key] = value!;
        }

        return members;
    }

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
            // The generated types and the functions here tell a value by its first token, and move on only if it fits.
            value = default;
            return false;
        }
    }

    private static bool TryEntry<T>(ref Utf8JsonReader reader, JsonValueReader<T> item, out T? value, bool allowsNull = false)
    {
        bool fits = Fits(ref reader, item, out value);
        if (!fits) reader.TrySkip();
        if (fits && (allowsNull || value is not null)) return true;
        LeftOut++;
        return false;
    }

    private static bool NextKey(ref Utf8JsonReader reader, out string key)
    {
        bool isKey = JsonRead.NextMember(ref reader);
        key = isKey ? DecodedText(ref reader) : "";
        if (isKey) JsonToken.Advance(ref reader);
        return isKey;
    }
}
