namespace Evolink.Tests.EndToEnd;

internal static class Requests
{
    private static readonly Uri s_url = new("https://example.com/a");

    public static KlingV3MotionControlRequest Valid => new()
    {
        ImageUrls = [s_url],
        VideoUrls = [s_url],
        ModelParams = new() { CharacterOrientation = "image" },
    };

    /// <summary>A request that its spec forbids: two images.</summary>
    public static KlingV3MotionControlRequest Invalid => Valid with { ImageUrls = [s_url, s_url] };

    public static KlingCustomElementRequest Element => new()
    {
        ModelParams = new()
        {
            ElementName = "Ada",
            ElementDescription = "A dancer",
            ReferenceType = "video_refer",
            ElementVideoList = new() { ReferVideos = [new() { VideoUrl = s_url }] },
        },
    };
}
