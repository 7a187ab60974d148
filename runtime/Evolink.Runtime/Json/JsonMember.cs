using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>Finds a member of an object.</summary>
internal static class JsonMember
{
    /// <summary>Moves from an object's start to the value of a member; false where the object has none, or ends early.</summary>
    public static bool TryFind(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = JsonToken.TextEquals(ref reader, name);
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
