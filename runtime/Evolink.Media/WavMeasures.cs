using System.Buffers.Binary;

namespace Evolink.Runtime.Media;

/// <summary>The seconds of a WAV: the bytes of its sound by the bytes of a second.</summary>
internal static class WavMeasures
{
    private const int FormatLength = 16;
    private const int RateOffset = 8;

    public static MediaMeasures? Read(Stream content)
    {
        uint rate = 0;
        Span<byte> format = stackalloc byte[FormatLength];
        foreach (RiffChunk chunk in RiffChunk.Read(content))
        {
            if (chunk.Is("fmt "u8) && chunk.Length >= FormatLength)
            {
                content.ReadExactly(format);
                rate = BinaryPrimitives.ReadUInt32LittleEndian(format[RateOffset..]);
            }
            else if (chunk.Is("data"u8))
            {
                // A program that writes into a pipe does not know the length and sets all bits: what is there counts.
                long bytes = Math.Min(chunk.Length, content.Length - chunk.Start);
                return rate > 0 && bytes > 0 ? new MediaMeasures { Duration = TimeSpan.FromSeconds((double)bytes / rate) } : null;
            }
        }

        return null;
    }
}
