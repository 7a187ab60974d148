namespace Evolink.Runtime.Media;

/// <summary>The seconds of an MP3: those of its frames, each of which has a rate of its own. It has no header that counts them.</summary>
internal static class Mp3Measures
{
    private const int TagHeaderLength = 10;
    private const int TagFooterFlag = 0x10;
    private const int BufferLength = 1 << 16;

    /// <summary>Where the name of a frame that describes the others may stand, and holds no sound.</summary>
    private const int MaxInfoOffset = 36;

    // In kbit/s; 0 is a rate that the frame does not name, or none.
    private static readonly int[] s_bitRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] s_lowBitRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    private static readonly int[] s_sampleRates = [44100, 48000, 32000, 0];

    /// <returns>Null where something else than a frame stands between frames: a damaged file may play longer or shorter.</returns>
    public static MediaMeasures? Read(Stream content)
    {
        BufferedStream file = new(content, BufferLength);
        double seconds = 0;
        long at = SkipTag(file);
        Span<byte> start = stackalloc byte[4 + MaxInfoOffset];
        while (at + 4 <= content.Length)
        {
            file.Position = at;
            int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            if (Frame(start[..read]) is not { } frame)
            {
                if (!IsEndTag(start[..read])) return null;
                break;
            }

            bool isInfo = seconds == 0 && IsInfo(start[4..read]);
            if (!isInfo) seconds += frame.Seconds;
            at += frame.Length;
        }

        return seconds > 0 ? new MediaMeasures { Duration = TimeSpan.FromSeconds(seconds) } : null;
    }

    /// <summary>Where the sound begins: behind titles and pictures.</summary>
    private static long SkipTag(Stream file)
    {
        Span<byte> header = stackalloc byte[TagHeaderLength];
        file.Position = 0;
        file.ReadExactly(header);
        if (!header.StartsWith("ID3"u8)) return 0;
        // Seven bits of each byte.
        long length = (header[6] & 0x7F) << 21 | (header[7] & 0x7F) << 14 | (header[8] & 0x7F) << 7 | header[9] & 0x7F;
        return TagHeaderLength + length + ((header[5] & TagFooterFlag) != 0 ? TagHeaderLength : 0);
    }

    private static (int Length, double Seconds)? Frame(ReadOnlySpan<byte> start)
    {
        if (start is not [0xFF, var versionAndLayer, var rates, ..] || (versionAndLayer & 0xE0) != 0xE0) return null;
        int version = versionAndLayer >> 3 & 3, layer = versionAndLayer >> 1 & 3;
        // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5 with halves of that; a layer of 1 is the third.
        if (version == 1 || layer != 1) return null;
        int bitRate = (version == 3 ? s_bitRates : s_lowBitRates)[rates >> 4] * 1000;
        int sampleRate = s_sampleRates[rates >> 2 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        if (bitRate == 0 || sampleRate == 0) return null;
        int samples = version == 3 ? 1152 : 576;
        return (samples / 8 * bitRate / sampleRate + (rates >> 1 & 1), (double)samples / sampleRate);
    }

    private static bool IsInfo(ReadOnlySpan<byte> frame) => frame.IndexOf("Xing"u8) >= 0 || frame.IndexOf("Info"u8) >= 0 || frame.IndexOf("VBRI"u8) >= 0;

    private static bool IsEndTag(ReadOnlySpan<byte> start) => start.StartsWith("TAG"u8) || start.StartsWith("APETAGEX"u8) || start.StartsWith("LYRICSBEGIN"u8);
}
