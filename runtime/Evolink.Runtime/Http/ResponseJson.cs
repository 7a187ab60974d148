using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Http;

/// <summary>Reads typed values straight from a response's bytes.</summary>
internal static class ResponseJson
{
    /// <summary>The value; null, with the problem, for a body that is cut off, no JSON, or JSON of another shape.</summary>
    public static T? Read<T>(ApiResponse response, JsonValueReader<T?> read, out Exception? problem)
    {
        problem = response.BodyFailure;
        return problem is null ? Read(response.Body.Span, read, out problem) : default;
    }

    /// <inheritdoc cref="Read{T}(ApiResponse, JsonValueReader{T}, out Exception)"/>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonValueReader<T?> read, out Exception? problem)
    {
        problem = null;
        try
        {
            Utf8JsonReader reader = new(WireJson.Clean(json));
            reader.Read();
            T? value = read(ref reader);
            while (reader.Read())
            {
                // The reader itself throws on whatever follows the value.
            }

            return value;
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException)
        {
            problem = failure;
            return default;
        }
    }
}
