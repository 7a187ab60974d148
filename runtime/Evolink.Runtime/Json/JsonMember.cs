using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>Finds a member of an object.</summary>
internal static class JsonMember
{
    /// <summary>Whether the reader stands on this name.</summary>
    public static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        // Asked for each member of a type in turn: most names are told apart by their length.
        if (reader.ValueIsEscaped || reader.HasValueSequence)
        {
            return JsonToken.TextEquals(ref reader, name);
        }

        ReadOnlySpan<byte> found = reader.ValueSpan;
        return found.Length == name.Length && found.SequenceEqual(name);
    }

    /// <summary>Moves from an object's start to the value of a member; false where the object has none, or ends early.</summary>
    public static bool TryFind(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = IsNamed(ref reader, name);
            if (!reader.Read() || found)
            {
                return found;
            }

            // Not Skip, which refuses a reader whose document goes on in another block.
            if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }
}
