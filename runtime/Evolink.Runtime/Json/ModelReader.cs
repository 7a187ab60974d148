using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>Lets generated types read themselves, to a limited depth.</summary>
internal static class ModelReader
{
    /// <summary>Reads a value that is not null.</summary>
    public static T Read<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
    {
        // A generated class is always an object. NextMember cannot tell: a member's value may be any last token.
        // Generated structs look at the token themselves.
        if (!typeof(T).IsValueType)
        {
            JsonToken.StartsObject(ref reader);
        }

        return ReadAny<T>(ref reader);
    }

    /// <summary>The same, whatever token it begins with.</summary>
    /// <remarks>The reader has a limit of its own, 64 unless it was told another.</remarks>
    public static T ReadAny<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T> =>
        JsonDepth.HasRoom(reader.CurrentDepth) ? T.ReadFrom(ref reader) : throw new JsonException($"The JSON is {JsonDepth.Problem}.");
}
