using Evolink;

namespace Quickstart;

/// <summary>One request of each kind, written as a user would write it.</summary>
internal static class Showcase
{
    /// <summary>The model that is asked where the requests are paid for and none is named: it brings the picture that ships with this sample to life.</summary>
    public const string First = "happyhorse-1.0-image-to-video";

    /// <summary>The requests by their models.</summary>
    /// <param name="picture">Where the sample's picture was uploaded to.</param>
    public static IReadOnlyDictionary<string, GenerationRequest> Create(Uri picture) => new Dictionary<string, GenerationRequest>
    {
        [First] = new Happyhorse1_0ImageToVideoRequest
        {
            Prompt = "Make the cat in the picture run on the grass",
            ImageUrls = [picture],
            Quality = Happyhorse1_0ImageToVideoQuality.Quality720p,
            Duration = 5,
        },
        ["kling-v3-motion-control"] = new KlingV3MotionControlRequest
        {
            Prompt = "The cat dances gracefully",
            ImageUrls = [picture],
            VideoUrls = [new("https://example.com/dance-reference.mp4")],
            Quality = "720p",
            ModelParams = new() { CharacterOrientation = "image" },
        },
        ["wan2.7-reference-video"] = new Wan2_7ReferenceVideoRequest
        {
            Prompt = "The cat from the picture dances on a meadow",
            ImageUrls = [picture],
        },
        ["kling-custom-element"] = new KlingCustomElementRequest
        {
            ModelParams = new()
            {
                ElementName = "My cat",
                ElementDescription = "A red tabby cat with green eyes",
                ReferenceType = "image_refer",
                ElementImageList = new() { FrontalImage = picture, ReferImages = [new() { ImageUrl = picture }] },
            },
        },
        ["gpt-image-2"] = new GptImage2Request
        {
            Prompt = "The same cat, asleep in the evening sun",
            ImageUrls = [picture],
        },
        ["doubao-seed-audio-1-0"] = new DoubaoSeedAudio1_0Request
        {
            Prompt = "Good morning, said the cat, and what is for breakfast?",
            Format = "mp3",
        },
    };
}
