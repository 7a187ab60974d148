using System.Buffers.Binary;
using System.Text;

namespace Evolink.Simulation;

/// <summary>A box of an MP4 file: length, type, content.</summary>
internal sealed class Mp4Box(string type)
{
    private readonly List<byte> _content = [];

    public Mp4Box Int32(params ReadOnlySpan<int> values)
    {
        byte[] buffer = new byte[4];
        foreach (int value in values)
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer, value);
            _content.AddRange(buffer);
        }
        return this;
    }

    public Mp4Box Int16(params ReadOnlySpan<short> values)
    {
        foreach (short value in values) _content.AddRange([(byte)(value >> 8), (byte)value]);
        return this;
    }

    public Mp4Box Zeros(int count) => Bytes(new byte[count]);

    public Mp4Box Text(string text) => Bytes(Encoding.ASCII.GetBytes(text));

    public Mp4Box Bytes(params ReadOnlySpan<byte> bytes)
    {
        _content.AddRange(bytes);
        return this;
    }

    public Mp4Box Boxes(params ReadOnlySpan<Mp4Box> boxes)
    {
        foreach (Mp4Box box in boxes) _content.AddRange(box.ToArray());
        return this;
    }

    /// <summary>The scale, rotation and shift that leave a picture as it is.</summary>
    public Mp4Box IdentityMatrix() => Int32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

    public byte[] ToArray()
    {
        byte[] header = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(header, 8 + _content.Count);
        Encoding.ASCII.GetBytes(type, header.AsSpan(4));
        return [.. header, .. _content];
    }
}
