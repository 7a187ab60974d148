namespace Evolink.Tests.Constraints;

/// <summary>kling-v3-motion-control: what its page says in prose.</summary>
public sealed class MotionControlTests
{
    private static readonly Uri s_url = new("https://example.com/a");

    private static KlingV3MotionControlRequest Valid => new()
    {
        ImageUrls = [s_url],
        VideoUrls = [s_url],
        ModelParams = new() { CharacterOrientation = "image" },
    };

    [Fact]
    public void ThereIsExactlyOneImage()
    {
        Refusal.IsNone(Valid);
        Refusal.IsOnly(Valid with { ImageUrls = [] }, "ImageUrls", "image_urls");
        Refusal.IsOnly(Valid with { ImageUrls = [s_url, s_url] }, "ImageUrls", "image_urls");
        Refusal.IsOnly(Valid with { ImageUrls = null! }, "ImageUrls", "image_urls");
    }

    [Fact]
    public void ThereIsExactlyOneVideo()
    {
        Refusal.IsOnly(Valid with { VideoUrls = [] }, "VideoUrls", "video_urls");
        Refusal.IsOnly(Valid with { VideoUrls = [s_url, s_url] }, "VideoUrls", "video_urls");
        Refusal.IsOnly(Valid with { VideoUrls = null! }, "VideoUrls", "video_urls");
    }

    [Fact]
    public void WithAnElement_TheOrientationIsVideo()
    {
        KlingV3MotionControlModelParams element = new() { CharacterOrientation = "video", ElementList = [new() { ElementId = "869413002875174963" }] };

        Refusal.IsNone(Valid with { ModelParams = element });
        Refusal.IsOnly(
            Valid with { ModelParams = element with { CharacterOrientation = "image" } },
            "ModelParams.CharacterOrientation", "model_params.character_orientation");
    }

    [Fact]
    public void ThereIsAtMostOneElement_WithItsId()
    {
        KlingV3MotionControlModelParamsElement element = new() { ElementId = "1" };
        KlingV3MotionControlModelParams parameters = new() { CharacterOrientation = "video" };

        Refusal.IsOnly(
            Valid with { ModelParams = parameters with { ElementList = [element, element] } },
            "ModelParams.ElementList", "model_params.element_list");
        Refusal.IsOnly(
            Valid with { ModelParams = parameters with { ElementList = [element with { ElementId = null! }] } },
            "ModelParams.ElementList[0].ElementId", "model_params.element_list[0].element_id");
    }

    [Fact]
    public void APrompt_HasAtMost2500Characters_WhateverTheirWidth()
    {
        Refusal.IsNone(Valid with { Prompt = string.Concat(Enumerable.Repeat("😀", 2500)) });
        Refusal.IsOnly(Valid with { Prompt = new string('x', 2501) }, "Prompt", "prompt");
    }

    [Fact]
    public void AllFailures_AreReportedAtOnce()
    {
        KlingV3MotionControlRequest request = new()
        {
            ImageUrls = [],
            VideoUrls = [s_url, new("a.mp4", UriKind.Relative)],
            Quality = "4k",
            Prompt = new string('x', 2501),
            ModelParams = new() { CharacterOrientation = "image", ElementList = [new() { ElementId = null! }] },
            CallbackUrl = new("https://192.168.0.1/"),
        };

        EvolinkValidationException exception = Assert.Throws<EvolinkValidationException>(request.Validate);

        Assert.Equal(
            ["CallbackUrl", "ImageUrls", "ModelParams.CharacterOrientation", "ModelParams.ElementList[0].ElementId", "Prompt", "Quality", "VideoUrls", "VideoUrls[1]"],
            exception.Results.SelectMany(result => result.MemberNames).Order(StringComparer.Ordinal));
        Assert.All(exception.Results, result => Assert.Contains(result.ErrorMessage!, exception.Message, StringComparison.Ordinal));
        Assert.IsAssignableFrom<System.ComponentModel.DataAnnotations.ValidationException>(exception);
    }
}
