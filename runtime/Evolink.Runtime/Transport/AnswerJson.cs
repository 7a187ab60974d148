using System.Text.Json;

namespace Evolink;

/// <summary>Reads typed values straight from an answer's bytes.</summary>
internal static class AnswerJson
{
    /// <summary>How deep an answer may be nested: a member that nobody reads does not cost the others, and no document overflows the stack.</summary>
    public const int MaxDepth = 256;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The value; null, with the problem, for a body that is cut off, no JSON, or JSON of another shape.</summary>
    public static T? Read<T>(Answer answer, JsonValueReader<T?> read, out Exception? problem)
    {
        problem = answer.BodyFailure;
        return problem is null ? Read(answer.Body.Span, read, out problem) : default;
    }

    /// <inheritdoc cref="Read{T}(Answer, JsonValueReader{T}, out Exception)"/>
    /// <param name="json">The body.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="problem">Why there is none.</param>
    /// <param name="ignoresRest">Whether what follows a whole value is nothing to mind.</param>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonValueReader<T?> read, out Exception? problem, bool ignoresRest = false)
    {
        problem = null;
        try
        {
            Utf8JsonReader reader = new(WithoutMark(json), new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            T? value = read(ref reader);
            while (!ignoresRest && reader.Read())
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

    /// <summary>The body without the byte order mark that some servers put before it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
}
