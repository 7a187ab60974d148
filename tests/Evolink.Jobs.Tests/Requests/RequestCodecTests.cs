using Evolink.Jobs.Requests;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Requests;

/// <summary>Requests go into a store and come back, as their own model's or as another's.</summary>
public sealed class RequestCodecTests
{
    public static TheoryData<bool> Catalogues => [true, false];

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void EveryExample_ComesBackAsItWas(bool hasCatalogue)
    {
        RequestCodec codec = Codec(hasCatalogue);
        int read = 0;
        foreach (ModelInfo model in EvolinkModels.All)
        {
            if (model.Example is not { } example || !model.TryCreateRequest(System.Text.Json.JsonElement.Parse(example), out GenerationRequest? request, out _)) continue;
            Assert.Equal(request, codec.Read(JobOf(request)));
            read++;
        }

        Assert.True(read > 100, $"{read} examples");
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void AFallbackModel_GetsTheSameWishes(bool hasCatalogue)
    {
        GenerationRequest request = Codec(hasCatalogue).Read(JobOf(JobWorld.Request("A cat")) with { FallbackModels = ["wan3.0-reference-video"], Fallbacks = 1 });

        Assert.Equal("A cat", Assert.IsType<Wan3_0ReferenceVideoRequest>(request).Prompt);
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void AFallbackModel_ThatIsNotThere_IsPassedOver(bool hasCatalogue) =>
        Assert.Throws<UnreadableRequestException>(() => Codec(hasCatalogue).Read(JobOf(JobWorld.Request()) with { FallbackModels = ["no-such-model"], Fallbacks = 1 }));

    [Fact]
    public void AFallbackModel_ThatDoesNotKnowAParameter_IsPassedOver() =>
        Assert.Throws<UnreadableRequestException>(() => Codec(true).Read(JobOf(JobWorld.Request()) with { FallbackModels = ["wan2.7-text-to-video"], Fallbacks = 1 }));

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"model":"no-such-model"}""")]
    public void ASpoiledRequest_IsUnreadable(string request)
    {
        foreach (bool hasCatalogue in (bool[])[true, false]) Assert.Throws<UnreadableRequestException>(() => Codec(hasCatalogue).Read(JobOf(JobWorld.Request()) with { Request = request }));
    }

    [Theory]
    [InlineData("""{"model":"wan2.7-reference-video","prompt":7}""")]
    [InlineData("""{"model":"no-such-model","prompt":"A cat"}""")]
    [InlineData("{")]
    public void TheKindOfARequest_IsKnown_WhateverItsModelTakes(string request)
    {
        foreach (string model in (string[])["wan2.7-reference-video", "no-such-model"])
        {
            Assert.IsType<Wan2_7ReferenceVideoRequest>(Codec(true).ReadKind(JobOf(JobWorld.Request()) with { Model = model, Request = request }));
        }
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void TheKindOfARequest_ThatNobodyHas_IsUnknown(bool hasCatalogue)
    {
        GenerationJob job = JobOf(JobWorld.Request()) with { Model = "no-such-model", Request = """{"model":"no-such-model"}""" };
        Assert.Throws<UnreadableRequestException>(() => Codec(hasCatalogue).ReadKind(job with { RequestType = "No.Such.Request" }));

        // What its first model would be asked by is not what the present one is.
        Assert.Throws<UnreadableRequestException>(() => Codec(hasCatalogue).ReadKind(JobOf(JobWorld.Request()) with { FallbackModels = ["no-such-model"], Fallbacks = 1 }));
    }

    private static RequestCodec Codec(bool hasCatalogue) => new(hasCatalogue ? EvolinkModels.Catalogue : null);

    private static GenerationJob JobOf(GenerationRequest request)
    {
        (string model, string type, string json) = RequestCodec.Write(request);
        return new GenerationJob { Id = "job-1", Model = model, RequestType = type, Request = json };
    }
}
