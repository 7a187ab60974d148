namespace Evolink.Simulation;

/// <summary>H.264 without compression: every macroblock carries its samples (I_PCM), every picture stands alone.</summary>
internal static class H264
{
    private const int Macroblock = 16;
    private const uint BaselineProfile = 66;
    private const uint Level3 = 30;
    private const byte NeutralColour = 128;

    public static byte[] SequenceParameters { get; } = Unit(0x67, new BitWriter()
        .Bits(BaselineProfile, 8).Bits(0xC0, 8).Bits(Level3, 8)
        .Golomb(0, 0, 2, 1) // set 0, 4 bits of frame number, output in order of decoding, one reference picture
        .Bits(0, 1)
        .Golomb((TestPicture.Width / Macroblock) - 1, (TestPicture.Height / Macroblock) - 1)
        .Bits(0b1100, 4)); // frames, direct 8x8; neither cropping nor usability information

    public static byte[] PictureParameters { get; } = Unit(0x68, new BitWriter()
        .Golomb(0, 0)
        .Bits(0, 2) // CAVLC
        .Golomb(0, 0, 0)
        .Bits(0, 3) // no weighted prediction
        .Golomb(0, 0, 0) // quantisers as they are
        .Bits(0b100, 3)); // slices say how they are deblocked

    public static byte[] Picture(int frame)
    {
        BitWriter slice = new BitWriter()
            .Golomb(0, 7, 0) // first macroblock, intra slices only, parameter set
            .Bits(0, 4)
            .Golomb((uint)(frame % 2)) // neighbouring pictures differ in their id
            .Bits(0, 2)
            .Golomb(0, 1); // quantiser as it is, no deblocking

        for (int y = 0; y < TestPicture.Height; y += Macroblock)
        {
            for (int x = 0; x < TestPicture.Width; x += Macroblock)
                WriteMacroblock(slice, x, y, frame);
        }

        return Unit(0x65, slice);
    }

    private static void WriteMacroblock(BitWriter slice, int left, int top, int frame)
    {
        slice.Golomb(25).Align(); // I_PCM
        for (int y = top; y < top + Macroblock; y++)
        {
            for (int x = left; x < left + Macroblock; x++)
                slice.Byte(TestPicture.Brightness(x, y, frame));
        }

        for (int sample = 0; sample < Macroblock * Macroblock / 2; sample++) slice.Byte(NeutralColour);
    }

    /// <summary>A unit of the stream; a 3 is put in wherever two zeros could be taken for the start of the next.</summary>
    private static byte[] Unit(byte header, BitWriter content)
    {
        List<byte> unit = [header];
        int zeros = 0;
        foreach (byte next in content.Close())
        {
            if (zeros == 2 && next <= 3)
            {
                unit.Add(3);
                zeros = 0;
            }
            unit.Add(next);
            zeros = next == 0 ? zeros + 1 : 0;
        }
        return [.. unit];
    }
}
