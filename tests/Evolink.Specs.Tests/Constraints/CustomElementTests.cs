namespace Evolink.Tests.Constraints;

/// <summary>kling-custom-element: what its page says in prose.</summary>
public sealed class CustomElementTests
{
    private static readonly Uri s_url = new("https://example.com/a");

    private static readonly KlingCustomElementModelParamsElementImageList s_images = new()
    {
        FrontalImage = s_url,
        ReferImages = [new() { ImageUrl = s_url }],
    };

    private static readonly KlingCustomElementModelParamsElementVideoList s_video = new() { ReferVideos = [new() { VideoUrl = s_url }] };

    private static readonly KlingCustomElementModelParams s_ofImages = new()
    {
        ElementName = "Ada",
        ElementDescription = "A dancer",
        ReferenceType = "image_refer",
        ElementImageList = s_images,
    };

    private static readonly KlingCustomElementModelParams s_ofVideo = s_ofImages with
    {
        ReferenceType = "video_refer",
        ElementImageList = null,
        ElementVideoList = s_video,
    };

    [Fact]
    public void AnElementOfImages_NeedsTheImageList()
    {
        Refusal.IsNone(Request(s_ofImages));
        Refusal.IsOnly(
            Request(s_ofImages with { ElementImageList = null, ElementVideoList = s_video }),
            "ModelParams.ElementImageList", "model_params.element_image_list");
    }

    [Fact]
    public void AnElementOfAVideo_NeedsTheVideoList()
    {
        Refusal.IsNone(Request(s_ofVideo));
        Refusal.IsOnly(
            Request(s_ofVideo with { ElementVideoList = null, ElementImageList = s_images }),
            "ModelParams.ElementVideoList", "model_params.element_video_list");
    }

    [Fact]
    public void AVoice_NeedsAVideo()
    {
        Refusal.IsNone(Request(s_ofVideo with { ElementVoiceId = "1" }));
        Refusal.IsOnly(Request(s_ofImages with { ElementVoiceId = "1" }), "ModelParams.ElementVoiceId", "model_params.element_voice_id");
    }

    [Fact]
    public void TheReferenceType_IsOneOfTwo()
    {
        Refusal.IsOnly(Request(s_ofVideo with { ReferenceType = "audio_refer" }), "ModelParams.ReferenceType", "model_params.reference_type");
        Refusal.IsOnly(Request(s_ofVideo with { ReferenceType = default }), "ModelParams.ReferenceType", "model_params.reference_type");
    }

    [Fact]
    public void TheNameHasAtMost20Characters_TheDescription100()
    {
        Refusal.IsNone(Request(s_ofImages with { ElementName = new string('é', 20), ElementDescription = new string('é', 100) }));
        Refusal.IsOnly(Request(s_ofImages with { ElementName = new string('é', 21) }), "ModelParams.ElementName", "model_params.element_name");
        Refusal.IsOnly(Request(s_ofImages with { ElementDescription = new string('é', 101) }), "ModelParams.ElementDescription", "model_params.element_description");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void ThereAreOneToThreeFurtherImages(int count, bool isAllowed)
    {
        KlingCustomElementRequest request = Request(s_ofImages with { ElementImageList = s_images with { ReferImages = [.. Enumerable.Repeat(s_images.ReferImages[0], count)] } });

        if (isAllowed) Refusal.IsNone(request);
        else Refusal.IsOnly(request, "ModelParams.ElementImageList.ReferImages", "model_params.element_image_list.refer_images");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void ThereIsExactlyOneVideo(int count) => Refusal.IsOnly(
        Request(s_ofVideo with { ElementVideoList = new() { ReferVideos = [.. Enumerable.Repeat(s_video.ReferVideos[0], count)] } }),
        "ModelParams.ElementVideoList.ReferVideos", "model_params.element_video_list.refer_videos");

    private static KlingCustomElementRequest Request(KlingCustomElementModelParams parameters) => new() { ModelParams = parameters };
}
