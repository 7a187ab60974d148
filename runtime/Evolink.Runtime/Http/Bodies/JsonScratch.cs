using System.Buffers;
using System.Text.Json;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>Writes JSON into a buffer that each thread keeps, and copies it out.</summary>
/// <remarks>The copy is not pooled: an attempt that was given up may still be reading it.</remarks>
internal static class JsonScratch
{
    // A picture as text within a request is rare, and no reason to keep its room.
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        // Taken while they are used: what is written may write JSON itself.
        ArrayBufferWriter<byte> buffer = s_buffer ?? new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter writer = s_writer ?? new Utf8JsonWriter(buffer);
        (s_buffer, s_writer) = (null, null);
        try
        {
            write(writer);
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            if (buffer.Capacity <= MostKept)
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                (s_buffer, s_writer) = (buffer, writer);
            }
        }
    }
}
