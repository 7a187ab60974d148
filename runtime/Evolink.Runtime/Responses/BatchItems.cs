using System.Text.Json;
using Evolink.Runtime.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Responses;

/// <summary>Finds the objects in a list of tasks. Never throws: of a body that is cut off or turns into garbage, what came before counts.</summary>
internal static class BatchItems
{
    /// <summary>Where the objects of a list stand.</summary>
    /// <param name="json">The cleaned body (<see cref="WireJson.Clean"/>).</param>
    /// <param name="pointer">The JSON pointer of the list; empty for the body itself.</param>
    /// <param name="most">How many entries are looked at: a server that sends more than it was asked for costs no more.</param>
    public static List<Range> Find(ReadOnlySpan<byte> json, string pointer, int most)
    {
        List<Range> items = [];
        Utf8JsonReader reader = WireJson.Reader(json);
        try
        {
            if (reader.Read() && Descend(ref reader, pointer) && reader.TokenType == JsonTokenType.StartArray) Collect(ref reader, items, most);
        }
        catch (JsonException)
        {
            // What came before stays.
        }

        return items;
    }

    private static bool Descend(ref Utf8JsonReader reader, string pointer)
    {
        if (pointer.Length == 0) return true;
        foreach (string name in JsonPointerText.Split(pointer))
            if (reader.TokenType != JsonTokenType.StartObject || !MoveTo(ref reader, name)) return false;
        return true;
    }

    private static bool MoveTo(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = reader.ValueTextEquals(name);
            if (!reader.Read()) return false;
            if (isFound) return true;
            if (!reader.TrySkip()) return false;
        }

        return false;
    }

    private static void Collect(ref Utf8JsonReader reader, List<Range> items, int most)
    {
        for (int count = 0; count < most && reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            int start = (int)reader.TokenStartIndex;
            bool isObject = reader.TokenType == JsonTokenType.StartObject;
            if (!reader.TrySkip()) return;
            if (isObject) items.Add(start..(int)reader.BytesConsumed);
        }
    }
}
