using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Evolink.Tests.Json;

internal static class Reading
{
    /// <summary>Reads one value and proves that the reader is left on its last token.</summary>
    public static T Read<T>(string json, JsonValueReader<T> read)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        return ReadWhole(ref reader, read);
    }

    /// <summary>The same, from a document that comes in segments of one byte each.</summary>
    public static T ReadSegmented<T>(string json, JsonValueReader<T> read)
    {
        Segment? first = null;
        Segment? last = null;
        foreach (byte value in Encoding.UTF8.GetBytes(json))
        {
            last = new(value, last);
            first ??= last;
        }

        Utf8JsonReader reader = new(new ReadOnlySequence<byte>(first!, 0, last!, 1));
        return ReadWhole(ref reader, read);
    }

    public static JsonException Fails<T>(string json, JsonValueReader<T> read) =>
        Assert.ThrowsAny<JsonException>(() => Read(json, read));

    private static T ReadWhole<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        reader.Read();
        T value = read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte value, Segment? previous)
        {
            Memory = new[] { value };
            RunningIndex = previous is null ? 0 : previous.RunningIndex + 1;
            previous?.Next = this;
        }
    }
}
