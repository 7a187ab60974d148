namespace Evolink.Simulation;

/// <summary>A second of the chamber pitch: PCM, 8 kHz, 16 bits, mono.</summary>
internal static class WavFile
{
    private const int SampleRate = 8000;
    private const int BytesPerSample = 2;

    public static byte[] Create()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        const int dataLength = SampleRate * BytesPerSample;
        writer.Write("RIFF"u8);
        writer.Write(36 + dataLength);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1); // PCM
        writer.Write((short)1); // channels
        writer.Write(SampleRate);
        writer.Write(SampleRate * BytesPerSample);
        writer.Write((short)BytesPerSample);
        writer.Write((short)(8 * BytesPerSample));
        writer.Write("data"u8);
        writer.Write(dataLength);
        for (int sample = 0; sample < SampleRate; sample++)
            writer.Write((short)(8000 * Math.Sin(2 * Math.PI * 440 * sample / SampleRate)));
        return stream.ToArray();
    }
}
