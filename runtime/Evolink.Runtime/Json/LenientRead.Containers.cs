using System.Text.Json;

namespace Evolink;

public static partial class LenientRead
{
    /// <summary>
    /// Counts the entries that were left out of lists and maps on this thread: whoever holds the list, at any depth, learns by it
    /// that it has to be kept as it came. A reading never leaves its thread.
    /// </summary>
    [ThreadStatic]
    internal static int LeftOut;

    /// <summary>Reads an array without its nulls and what does not fit.</summary>
    /// <exception cref="JsonException">It is neither an array nor null.</exception>
    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : notnull
    {
        if (!JsonRead.StartsArray(ref reader)) return null;
        List<T> items = [];
        while (JsonRead.NextItem(ref reader))
        {
            if (TryEntry<T?>(ref reader, item, out T? value) && value is not null) items.Add(value);
        }

        return items;
    }

    /// <inheritdoc cref="List{T}"/>
    public static IReadOnlyList<T>? Values<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct
    {
        if (!JsonRead.StartsArray(ref reader)) return null;
        List<T> items = [];
        while (JsonRead.NextItem(ref reader))
        {
            if (TryEntry(ref reader, item, out T? value) && value is { } set) items.Add(set);
        }

        return items;
    }

    /// <summary>Reads an array that may hold nulls, without what does not fit.</summary>
    /// <exception cref="JsonException">It is neither an array nor null.</exception>
    public static IReadOnlyList<T>? NullableList<T>(ref Utf8JsonReader reader, JsonValueReader<T> item)
    {
        if (!JsonRead.StartsArray(ref reader)) return null;
        List<T> items = [];
        while (JsonRead.NextItem(ref reader))
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
        if (!JsonRead.StartsObject(ref reader)) return null;
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
        if (!JsonRead.StartsObject(ref reader)) return null;
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
        if (!JsonRead.StartsObject(ref reader)) return null;
        Dictionary<string, T> members = new(StringComparer.Ordinal);
        while (NextKey(ref reader, out string key))
        {
            if (TryEntry(ref reader, item, out T? value, allowsNull: true)) members[key] = value!;
        }

        return members;
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
        if (isKey) JsonRead.Advance(ref reader);
        return isKey;
    }
}
