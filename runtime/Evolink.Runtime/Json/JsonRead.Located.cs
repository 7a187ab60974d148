using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

public static partial class JsonRead
{
    /// <summary>Reads a value and, where that fails, says where: the exception's message and path name the JSON path.</summary>
    /// <exception cref="JsonException">As the reader has it, with its <see cref="JsonException.Path"/>.</exception>
    public static T Located<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        Utf8JsonReader start = reader;
        try
        {
            return read(ref reader);
        }
        catch (JsonException e) when (e.Path is null)
        {
            // Only a failure pays for the path: the value is walked again up to the token that failed.
            string path = JsonPath.Find(start, reader.TokenStartIndex);
            throw new JsonException($"{e.Message} Path: {path}.", path, e.LineNumber, e.BytePositionInLine, e);
        }
    }
}
