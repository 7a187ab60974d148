namespace Evolink.Simulation;

/// <summary>Bits, highest first, as H.264 has them.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _free;

    public BitWriter Bits(uint value, int count)
    {
        for (int bit = count - 1; bit >= 0; bit--)
        {
            if (_free == 0)
            {
                _bytes.Add(0);
                _free = 8;
            }
            _free--;
            _bytes[^1] |= (byte)(((value >> bit) & 1) << _free);
        }
        return this;
    }

    /// <summary>An Exp-Golomb number, <c>ue(v)</c>; zero is also the signed zero.</summary>
    public BitWriter Golomb(uint value)
    {
        int length = 32 - int.CreateChecked(uint.LeadingZeroCount(value + 1));
        return Bits(0, length - 1).Bits(value + 1, length);
    }

    public BitWriter Golomb(params ReadOnlySpan<uint> values)
    {
        foreach (uint value in values) Golomb(value);
        return this;
    }

    public BitWriter Align()
    {
        _free = 0;
        return this;
    }

    public BitWriter Byte(byte value) => Bits(value, 8);

    /// <summary>The bytes, closed by the stop bit.</summary>
    public byte[] Close()
    {
        Bits(1, 1);
        return [.. _bytes];
    }
}
