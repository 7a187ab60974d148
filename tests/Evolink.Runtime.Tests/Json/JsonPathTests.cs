using System.Text.Json;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Json;

public class JsonPathTests
{
    [Theory]
    [InlineData("""5""", "$")]
    [InlineData("""{"prompt":5}""", "$.prompt")]
    [InlineData("""{"prompt":"a","x":{"y":[1,2]},"seed":1.5}""", "$.seed")]
    [InlineData("""{"image_urls":["https://a.example",{}]}""", "$.image_urls[1]")]
    [InlineData("""{"counts":[0,1,2,null]}""", "$.counts[3]")]
    [InlineData("""{"model_params":{"element_list":[{"element_id":5}]}}""", "$.model_params.element_list[0].element_id")]
    [InlineData("""{"model_params":{"element_list":[{},{"x":[[1],[2]],"element_id":[]}]}}""", "$.model_params.element_list[1].element_id")]
    [InlineData("""{"voice_bindings":{"image1":"a","odd name":5}}""", "$.voice_bindings['odd name']")]
    [InlineData("""{"model_params":[]}""", "$.model_params")]
    [InlineData("""{"length":{}}""", "$.length")]
    public void AFailure_NamesItsPath(string json, string path)
    {
        JsonException failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SampleRequest>(json));

        Assert.Equal(path, failure.Path);
        Assert.EndsWith($" Path: {path}.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"prompt":"a","model_params":{"element_list":[{"element_id":x""", "$.model_params.element_list[0].element_id")]
    [InlineData("""{"seed":01}""", "$.seed")]
    public void ABrokenDocument_NamesTheLastGoodPath_AndTheLine(string json, string path)
    {
        JsonException failure = Assert.ThrowsAny<JsonException>(() => Reading.Read(json, Located));

        Assert.Equal(path, failure.Path);
        Assert.Equal(0, failure.LineNumber);
    }

    [Fact]
    public void AnInnerPath_IsNotOverwritten()
    {
        JsonException failure = Assert.Throws<JsonException>(() => Reading.Read("""{"a":1}""", static (ref Utf8JsonReader reader) =>
            JsonRead.Located<int>(ref reader, static (ref Utf8JsonReader _) => throw new JsonException("x", "$.kept", null, null))));

        Assert.Equal("$.kept", failure.Path);
    }

    private static SampleRequest? Located(ref Utf8JsonReader reader) => JsonRead.Located(ref reader, JsonRead.Model<SampleRequest>);
}
