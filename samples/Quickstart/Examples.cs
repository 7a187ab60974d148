using Evolink;

namespace Quickstart;

/// <summary>The first example of each specification, written as a user would write it.</summary>
internal static class Examples
{
    public static IReadOnlyDictionary<string, GenerationRequest> ByModel { get; } = new Dictionary<string, GenerationRequest>
    {
        ["kling-v3-motion-control"] = new KlingV3MotionControlRequest
        {
            Prompt = "A girl dancing gracefully",
            ImageUrls = [new("https://example.com/character.jpg")],
            VideoUrls = [new("https://example.com/dance-reference.mp4")],
            Quality = "720p",
            ModelParams = new() { CharacterOrientation = "image" },
        },
        ["kling-custom-element"] = new KlingCustomElementRequest
        {
            ModelParams = new()
            {
                ElementName = "My Character",
                ElementDescription = "A young male character with short hair, wearing a white T-shirt",
                ReferenceType = "image_refer",
                ElementImageList = new()
                {
                    FrontalImage = new("https://example.com/front.jpg"),
                    ReferImages = [new() { ImageUrl = new("https://example.com/side.jpg") }],
                },
            },
        },
        ["happyhorse-1.0-image-to-video"] = new Happyhorse1_0ImageToVideoRequest
        {
            Prompt = "Make the cat in the picture run on the grass",
            ImageUrls = [new("https://cdn.example.com/cat.png")],
            Quality = Happyhorse1_0ImageToVideoQuality.Quality720p,
            Duration = 5,
        },
        ["wan2.7-reference-video"] = new Wan2_7ReferenceVideoRequest
        {
            Prompt = "The character from the reference video dancing on a meadow",
            VideoUrls = [new("https://example.com/reference.mp4")],
        },
    };
}
