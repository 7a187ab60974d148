using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Tests.Sample;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class SampleValidationTests
{
    [Fact]
    public void AValidRequest_HasNoFailures()
    {
        bool isValid = Samples.Valid().TryValidate(out IReadOnlyList<ValidationResult> results);

        Assert.Empty(Lines(results));
        Assert.True(isValid);
        Samples.Valid().Validate();
    }

    [Fact]
    public void EveryFailure_IsReportedAtOnce_WithBothPaths()
    {
        SampleRequest request = JsonSerializer.Deserialize<SampleRequest>("""
            {
              "model": "other-model",
              "image_urls": ["relative.png", null, "https://a.example/", "https://a.example/"],
              "video_urls": ["https://a.example/"],
              "prompt": "p",
              "name": "Not A Name",
              "quality": "4K",
              "duration": 31,
              "seed": 4294967296,
              "strength": 1.05,
              "counts": [2, 3, 2],
              "model_params": {"element_list": [{"element_id": "", "typo": 1}, {}]},
              "voice_bindings": {"image0": "x"},
              "callback_url": "http://a.example/"
            }
            """)!;

        request.TryValidate(out IReadOnlyList<ValidationResult> results);

        Assert.Equal(
            [
                "Model | model: must be 'sample-model', not 'other-model'.",
                "ImageUrls | image_urls: must have at most 3 items, not 4.",
                "ImageUrls | image_urls: items must differ, but [2] and [3] are equal.",
                "ImageUrls[0] | image_urls[0]: must be an absolute URI, such as https://example.com/image.png.",
                "ImageUrls[1] | image_urls[1]: must not be null.",
                "Name | name: must match the pattern ^[a-z][a-z0-9_-]*$.",
                "Quality | quality: must be one of 720p, 1080p, not '4K'.",
                "Duration | duration: must be at most 30, not 31.",
                "Seed | seed: must be at most 4294967295, not 4294967296.",
                "Strength | strength: must be at most 1, not 1.05.",
                "Strength | strength: must be a multiple of 0.1, not 1.05.",
                "Counts | counts: items must differ, but [0] and [2] are equal.",
                "Counts[1] | counts[1]: must be a multiple of 2, not 3.",
                "ModelParams.Orientation | model_params.orientation: required, but not set.",
                "ModelParams.ElementList[0].ElementId | model_params.element_list[0].element_id: must have at least 1 character, not 0.",
                "ModelParams.ElementList[0].AdditionalProperties[\"typo\"] | model_params.element_list[0].typo: is no member that the specification allows here.",
                "ModelParams.ElementList[1].ElementId | model_params.element_list[1].element_id: required, but not set.",
                "VoiceBindings[\"image0\"] | voice_bindings[\"image0\"]: must match the pattern ^(image|video)[1-9][0-9]*$.",
                "VoiceBindings[\"image0\"] | voice_bindings[\"image0\"]: must be an absolute URI, such as https://example.com/image.png.",
                "CallbackUrl | callback_url: must be a public https URL of at most 2048 characters, but is no absolute https URL.",
                "ImageUrls,VideoUrls | $: image_urls and video_urls must have at most 4 items together, not 5.",
                "Duration | duration: must be at most 10, not 31.",
            ],
            Lines(results));
    }

    [Fact]
    public void RulesAcrossMembers_NameTheRequest()
    {
        SampleRequest request = Samples.Valid() with { Prompt = null, Name = null, Length = "auto", Price = 1m };

        request.TryValidate(out IReadOnlyList<ValidationResult> results);

        Assert.Equal(
            [
                "Prompt,Name | $: expected prompt or name.",
                " | $: expected duration or length, exactly one of them; 2 hold.",
                " | $: expected no seed beside a price.",
            ],
            Lines(results));
    }

    [Fact]
    public void AUnion_IsCheckedByItsKind()
    {
        Assert.True((Samples.Valid() with { Duration = null, Length = 1 }).TryValidate(out _));
        Assert.False((Samples.Valid() with { Duration = null, Length = 0 }).TryValidate(out IReadOnlyList<ValidationResult> results));
        Assert.Equal(["Length | length: must be at least 1, not 0."], Lines(results));
    }

    [Fact]
    public void TheException_IsAValidationException_WithEveryFailureInItsMessage()
    {
        SampleRequest request = Samples.Valid() with { Seed = -1, ImageUrls = null! };

        EvolinkValidationException failure = Assert.Throws<EvolinkValidationException>(request.Validate);

        Assert.IsAssignableFrom<ValidationException>(failure);
        Assert.Equal(2, failure.Results.Count);
        Assert.Equal(
            """
            The request was not sent: 2 values are not valid.
              image_urls: required, but not set.
              seed: must be at least 0, not -1.
            """.ReplaceLineEndings("\n"),
            failure.Message);
    }

    [Fact]
    public void APrompt_IsNeverInAMessage()
    {
        SampleRequest request = Samples.Valid() with { Prompt = "secret " + new string('x', 2500), Name = "secret name", Model = new string('x', 50) + "secret" };

        EvolinkValidationException failure = Assert.Throws<EvolinkValidationException>(request.Validate);

        Assert.Equal(3, failure.Results.Count);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Contains("must have at most 2500 characters, not 2507", failure.Message, StringComparison.Ordinal);
    }
}
