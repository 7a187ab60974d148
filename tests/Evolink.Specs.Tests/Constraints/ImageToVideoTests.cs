namespace Evolink.Tests.Constraints;

/// <summary>happyhorse-1.0-image-to-video: what its page says in prose.</summary>
public sealed class ImageToVideoTests
{
    private static readonly Uri s_url = new("https://example.com/a");

    private static Happyhorse1_0ImageToVideoRequest Valid => new() { ImageUrls = [s_url] };

    [Fact]
    public void ThereIsExactlyOneImage()
    {
        Refusal.IsNone(Valid);
        Refusal.IsOnly(Valid with { ImageUrls = [] }, "ImageUrls", "image_urls");
        Refusal.IsOnly(Valid with { ImageUrls = [s_url, s_url] }, "ImageUrls", "image_urls");
    }

    [Fact]
    public void APromptThatTheServiceCutsOff_IsNotRefused() => Refusal.IsNone(Valid with { Prompt = new string('x', 5001) });

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void ItLasts3To15Seconds(int seconds, bool isAllowed)
    {
        if (isAllowed) Refusal.IsNone(Valid with { Duration = seconds });
        else Refusal.IsOnly(Valid with { Duration = seconds }, "Duration", "duration");
    }

    [Fact]
    public void TheModel_IsFixed() => Refusal.IsNone(Valid with { Model = "happyhorse-1.0-image-to-video" });
}
