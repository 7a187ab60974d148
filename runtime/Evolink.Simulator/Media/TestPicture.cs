namespace Evolink.Simulation;

/// <summary>What the picture and the video show: a slanted gradient that moves.</summary>
internal static class TestPicture
{
    public const int Width = 160;
    public const int Height = 96;

    /// <summary>Brightness within the range of video, 16 to 235.</summary>
    public static byte Brightness(int x, int y, int frame) => (byte)(16 + ((x + y + (16 * frame)) % 220));
}
