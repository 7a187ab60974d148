using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

public static partial class JsonRead
{
    /// <summary>Reads an object into a generated record.</summary>
    /// <exception cref="JsonException">It is neither an object nor null.</exception>
    public static T? Model<T>(ref Utf8JsonReader reader)
        where T : class, IJsonModel<T> =>
        reader.TokenType == JsonTokenType.Null ? null : Set<T>(ref reader);

    /// <summary>Reads a generated value type: an enum, a union.</summary>
    public static T? Value<T>(ref Utf8JsonReader reader)
        where T : struct, IJsonModel<T> =>
        reader.TokenType == JsonTokenType.Null ? null : ReadFrom<T>(ref reader);

    /// <summary>Reads an array.</summary>
    /// <exception cref="JsonException">It is neither an array nor null.</exception>
    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, JsonValueReader<T> item)
    {
        if (!StartsArray(ref reader))
        {
            return null;
        }

        List<T> items = [];
        while (NextItem(ref reader))
        {
            items.Add(item(ref reader));
        }

        return items;
    }

    /// <summary>Reads an array of values that cannot be null.</summary>
    /// <exception cref="JsonException">It is neither an array nor null, or an item is null.</exception>
    public static IReadOnlyList<T>? Values<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct
    {
        if (!StartsArray(ref reader))
        {
            return null;
        }

        List<T> items = [];
        while (NextItem(ref reader))
        {
            items.Add(NotNull(ref reader, item));
        }

        return items;
    }

    /// <summary>Reads an object as a map. The last of equal keys wins.</summary>
    /// <exception cref="JsonException">It is neither an object nor null.</exception>
    public static IReadOnlyDictionary<string, T>? Map<T>(ref Utf8JsonReader reader, JsonValueReader<T> item)
    {
        if (!StartsObject(ref reader))
        {
            return null;
        }

        Dictionary<string, T>? members = new(StringComparer.Ordinal);
        while (NextMember(ref reader))
        {
            Additional(ref reader, ref members, item);
        }

        return members;
    }

    /// <summary>Reads an object as a map of values that cannot be null. The last of equal keys wins.</summary>
    /// <exception cref="JsonException">It is neither an object nor null, or a value is null.</exception>
    public static IReadOnlyDictionary<string, T>? MapValues<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct
    {
        if (!StartsObject(ref reader))
        {
            return null;
        }

        Dictionary<string, T>? members = new(StringComparer.Ordinal);
        while (NextMember(ref reader))
        {
            AdditionalValues(ref reader, ref members, item);
        }

        return members;
    }

    /// <summary>Reads a value that is not null.</summary>
    internal static T Set<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
    {
        // A generated class is always an object. NextMember cannot tell: a member's value may be any last token.
        // Generated structs look at the token themselves.
        if (!typeof(T).IsValueType)
        {
            StartsObject(ref reader);
        }

        return ReadFrom<T>(ref reader);
    }

    // The reader has a limit of its own, 64 unless it was told another.
    private static T ReadFrom<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T> =>
        JsonDepth.HasRoom(reader.CurrentDepth) ? T.ReadFrom(ref reader) : throw new JsonException($"The JSON is {JsonDepth.Problem}.");

    internal static bool StartsObject(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected(ref reader, "an object"),
    };

    internal static bool StartsArray(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw Unexpected(ref reader, "an array"),
    };

    internal static bool NextItem(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    private static T NotNull<T>(ref Utf8JsonReader reader, JsonValueReader<T?> item)
        where T : struct =>
        item(ref reader) ?? throw Unexpected(ref reader, "a value");
}
