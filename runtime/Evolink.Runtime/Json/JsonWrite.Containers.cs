using System.Text.Json;

namespace Evolink;

public static partial class JsonWrite
{
    /// <summary>Writes an array member.</summary>
    public static void List<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items, JsonValueWriter<T> item)
    {
        if (items is not null)
        {
            writer.WritePropertyName(name);
            List(writer, items, item);
        }
    }

    /// <summary>Writes an array.</summary>
    public static void List<T>(Utf8JsonWriter writer, IReadOnlyList<T>? items, JsonValueWriter<T> item)
    {
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (int i = 0; i < items.Count; i++)
        {
            item(writer, items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a map as an object member.</summary>
    public static void Map<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? members, JsonValueWriter<T> item)
    {
        if (members is not null)
        {
            writer.WritePropertyName(name);
            Map(writer, members, item);
        }
    }

    /// <summary>Writes a map as an object.</summary>
    public static void Map<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? members, JsonValueWriter<T> item)
    {
        if (members is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        Additional(writer, members, item);
        writer.WriteEndObject();
    }

    /// <summary>Writes members that the specification does not know, into the object that is being written.</summary>
    public static void Additional(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement>? members) =>
        Additional(writer, members, Element);

    /// <summary>Writes members beyond the named ones, into the object that is being written.</summary>
    public static void Additional<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? members, JsonValueWriter<T> item)
    {
        // Dictionary is what the readers make; only its own enumerator does not allocate.
        if (members is Dictionary<string, T> dictionary)
        {
            foreach ((string name, T value) in dictionary)
            {
                writer.WritePropertyName(Unicode(name)!);
                item(writer, value);
            }
        }
        else if (members is not null)
        {
            foreach ((string name, T value) in members)
            {
                writer.WritePropertyName(Unicode(name)!);
                item(writer, value);
            }
        }
    }

    /// <summary>Writes members beyond the named ones, and in place of those that were read in part or not at all what came.</summary>
    public static void Additional<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? members, IReadOnlyDictionary<string, JsonElement>? kept, JsonValueWriter<T> item)
    {
        foreach ((string name, T value) in members ?? new Dictionary<string, T>())
        {
            if (kept?.ContainsKey(name) != true)
            {
                writer.WritePropertyName(name);
                item(writer, value);
            }
        }

        Additional(writer, kept);
    }

    /// <summary>The value of a member, unless the JSON that came is kept under its name: a list that was read in part is written whole.</summary>
    public static T? UnlessKept<T>(IReadOnlyDictionary<string, JsonElement>? kept, string name, T? value) =>
        kept?.ContainsKey(name) == true ? default : value;
}
