using System.ComponentModel.DataAnnotations;
using Evolink.Tests.Support;

namespace Evolink.Tests.Constraints;

/// <summary>wan2.7-reference-video: what its page says in prose.</summary>
public sealed class ReferenceVideoTests
{
    private static readonly Uri s_url = new("https://example.com/a");

    private static Wan2_7ReferenceVideoRequest OfImages => new() { Prompt = "A walk", ImageUrls = [s_url] };

    private static Wan2_7ReferenceVideoRequest OfVideos => new() { Prompt = "A walk", VideoUrls = [s_url] };

    [Fact]
    public void ThereAreImagesOrVideos()
    {
        Refusal.IsNone(OfImages);
        Refusal.IsNone(OfVideos);
        Refusal.IsOnly(OfImages with { ImageUrls = null }, "ImageUrls,VideoUrls", "$");
        Refusal.IsOnly(OfImages with { ImageUrls = [] }, "ImageUrls", "image_urls");
    }

    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(2, 3, true)]
    [InlineData(3, 3, false)]
    [InlineData(6, 0, false)]
    public void ThereAreAtMostFiveOfBothTogether(int images, int videos, bool isAllowed)
    {
        Wan2_7ReferenceVideoRequest request = OfImages with
        {
            ImageUrls = [.. Enumerable.Repeat(s_url, images)],
            VideoUrls = videos == 0 ? null : [.. Enumerable.Repeat(s_url, videos)],
        };

        Assert.Equal(isAllowed, request.TryValidate(out IReadOnlyList<ValidationResult>? results));
        if (isAllowed) Refusal.IsNone(request);
        else Assert.Equal("$: image_urls and video_urls must have at most 5 items together, not 6.", Assert.Single(results).ErrorMessage);
        Assert.Equal(isAllowed, SpecFiles.OperationOf(request.Model).Validate(Json.Write(request)).Count == 0);
    }

    [Fact]
    public void WithVideos_ItLastsAtMost10Seconds()
    {
        Refusal.IsNone(OfVideos with { Duration = 10 });
        Refusal.IsNone(OfImages with { Duration = 11 });
        Refusal.IsOnly(OfVideos with { Duration = 11 }, "Duration", "duration");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void ItLasts2To15WholeSeconds(int seconds) => Refusal.IsOnly(OfImages with { Duration = seconds }, "Duration", "duration");

    [Theory]
    [InlineData("image1", true)]
    [InlineData("video10", true)]
    [InlineData("image0", false)]
    [InlineData("image01", false)]
    [InlineData("img1", false)]
    [InlineData("Image1", false)]
    [InlineData("image1\n", false)]
    [InlineData("", false)]
    public void AVoice_IsBoundToAnImageOrVideoByItsNumber(string key, bool isAllowed)
    {
        Wan2_7ReferenceVideoRequest request = OfImages with { ModelParams = new() { VoiceBindings = new Dictionary<string, Uri> { [key] = s_url } } };

        Assert.Equal(isAllowed, request.TryValidate(out IReadOnlyList<ValidationResult>? results));
        Assert.All(results, result => Assert.Equal([$"ModelParams.VoiceBindings[\"{key}\"]"], result.MemberNames));
        Assert.Equal(isAllowed, SpecFiles.OperationOf(request.Model).Validate(Json.Write(request)).Count == 0);
    }

    [Fact]
    public void ThereAreAtMostFiveVoices()
    {
        Refusal.IsNone(OfImages with { ModelParams = new() { VoiceBindings = Voices(5) } });
        Refusal.IsOnly(OfImages with { ModelParams = new() { VoiceBindings = Voices(6) } }, "ModelParams.VoiceBindings", "model_params.voice_bindings");
        Refusal.IsOnly(OfImages with { AudioUrls = [.. Enumerable.Repeat(s_url, 6)] }, "AudioUrls", "audio_urls");
    }

    [Fact]
    public void AVoice_IsAUrl() => Refusal.IsOnly(
        OfImages with { ModelParams = new() { VoiceBindings = new Dictionary<string, Uri> { ["image1"] = new("voice.mp3", UriKind.Relative) } } },
        "ModelParams.VoiceBindings[\"image1\"]", "model_params.voice_bindings[\"image1\"]");

    private static Dictionary<string, Uri> Voices(int count) => Enumerable.Range(1, count).ToDictionary(number => $"image{number}", _ => s_url);
}
