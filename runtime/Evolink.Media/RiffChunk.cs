using System.Buffers.Binary;

namespace Evolink.Runtime.Media;

/// <summary>A part of a RIFF file, which WAV and WebP are.</summary>
/// <param name="Name">Four characters, as a number.</param>
/// <param name="Start">Where its content begins.</param>
/// <param name="Length">How many bytes it says that it has.</param>
internal readonly record struct RiffChunk(uint Name, long Start, uint Length)
{
    private const int FileHeaderLength = 12;
    private const int FrameLength = 8;

    public bool Is(ReadOnlySpan<byte> name) => BinaryPrimitives.ReadUInt32LittleEndian(name) == Name;

    /// <summary>The chunks of a file, in their order; the stream stands at the content of each when it is given. Nothing of the content is read.</summary>
    public static IEnumerable<RiffChunk> Read(Stream content)
    {
        byte[] frame = new byte[FrameLength];
        for (long at = FileHeaderLength; at + FrameLength <= content.Length;)
        {
            content.Position = at;
            content.ReadExactly(frame);
            RiffChunk chunk = new(BinaryPrimitives.ReadUInt32LittleEndian(frame), at + FrameLength, BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(4)));
            yield return chunk;
            // Chunks begin at even places.
            at = chunk.Start + chunk.Length + (chunk.Length & 1);
        }
    }
}
