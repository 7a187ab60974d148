using System.Text.Json;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Json;

public class RoundTripTests
{
    private const string Everything = """
        {
          "model": "sample-model",
          "image_urls": ["https://example.com/%7Ea b.png", "HTTPS://Example.com"],
          "video_urls": [],
          "prompt": "line\nline 😀 <&>'\"",
          "name": "",
          "quality": "4K",
          "duration": 5.0,
          "seed": 4294967295,
          "strength": 0.30000000000000004,
          "price": 1.50,
          "keep_sound": false,
          "counts": [2, 4],
          "length": "auto",
          "model_params": {"orientation": "sideways", "element_list": [{"element_id": "x", "unknown": [null, {"a": 1.0}]}], "z": null},
          "voice_bindings": {"image1": "https://example.com/a.mp3"},
          "callback_url": "https://example.com/",
          "added_next_year": {"deep": [1, "a", true]},
          "ü": 12345678901234567890123
        }
        """;

    private static readonly JsonSerializerOptions s_smallBuffers = new() { DefaultBufferSize = 1 };

    [Fact]
    public void EveryMember_KnownOrNot_SurvivesARoundTrip()
    {
        string written = JsonSerializer.Serialize(JsonSerializer.Deserialize<SampleRequest>(Everything));

        using JsonDocument before = JsonDocument.Parse(Everything);
        using JsonDocument after = JsonDocument.Parse(written);
        Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement), written);
    }

    [Fact]
    public void AnUnknownEnumValue_IsKept_AndIsNoOther()
    {
        SampleRequest request = JsonSerializer.Deserialize<SampleRequest>(Everything)!;

        Assert.Equal("4K", request.Quality!.Value.Value);
        Assert.DoesNotContain(request.Quality.Value, SampleQuality.Known);
    }

    [Fact]
    public void AnUnsetMember_IsLeftOut_AndANullIsReadAsUnset()
    {
        SampleRequest request = JsonSerializer.Deserialize<SampleRequest>("""{"model":"m","quality":null,"seed":null,"model_params":null,"length":null}""")!;

        Assert.Equal("""{"model":"m"}""", JsonSerializer.Serialize(request));
        Assert.Equal("""{"model":"m"}""", JsonSerializer.Serialize(request with { Quality = default(SampleQuality), Length = (string?)null }));
    }

    [Fact]
    public async Task AStream_IsReadInWhateverPiecesItComes()
    {
        byte[] json = [.. "   "u8, .. System.Text.Encoding.UTF8.GetBytes(Everything)];
        using MemoryStream stream = new(json);

        SampleRequest? request = await JsonSerializer.DeserializeAsync<SampleRequest>(
            stream, s_smallBuffers, TestContext.Current.CancellationToken);

        Assert.Equal(4294967295, request!.Seed);
    }

    [Fact]
    public void ANullDocument_IsNull_AndAValueTypeIsUnset()
    {
        Assert.Null(JsonSerializer.Deserialize<SampleRequest>("null"));
        Assert.Null(JsonSerializer.Deserialize<SampleQuality?>("null"));
        Assert.Equal(default, JsonSerializer.Deserialize<SampleQuality>("null"));
        Assert.Equal("null", JsonSerializer.Serialize<SampleRequest?>(null));
        Assert.Equal("null", JsonSerializer.Serialize(default(SampleQuality)));
    }

    [Fact]
    public void AUsersOwnContext_ReadsAndWritesWithoutReflection()
    {
        const string json = """{"Request":{"model":"m","image_urls":["https://a.example"],"new":1},"Status":"paused","Quality":null,"Lengths":[5,"auto"]}""";

        SampleEnvelope envelope = JsonSerializer.Deserialize(json, SampleJsonContext.Default.SampleEnvelope)!;

        Assert.Equal(json, JsonSerializer.Serialize(envelope, SampleJsonContext.Default.SampleEnvelope));
        Assert.Equal("paused", envelope.Status.Value);
        Assert.IsType<SampleRequestJsonConverter>(SampleJsonContext.Default.SampleRequest.Converter);
    }
}
