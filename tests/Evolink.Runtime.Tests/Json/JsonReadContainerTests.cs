using System.Text.Json;
using Evolink.Tests.Sample;
using static Evolink.Tests.Json.Reading;

namespace Evolink.Tests.Json;

public class JsonReadContainerTests
{
    [Fact]
    public void AMemberNameWithEscapes_IsTheSameMember() =>
        Assert.Equal("a", Read("""{"element\u005fid":"a"}""", JsonRead.Model<SampleElement>)!.ElementId);

    [Fact]
    public void OfEqualNames_TheLastWins()
    {
        SampleElement element = Read("""{"element_id":"a","x":1,"element_id":"b","x":2}""", JsonRead.Model<SampleElement>)!;

        Assert.Equal("b", element.ElementId);
        Assert.Equal(2, element.AdditionalProperties!["x"].GetInt32());
    }

    [Fact]
    public void AnUnknownNull_IsKept() =>
        Assert.Equal(JsonValueKind.Null, Read("""{"x":null}""", JsonRead.Model<SampleElement>)!.AdditionalProperties!["x"].ValueKind);

    [Fact]
    public void AMissingRequiredMember_StaysUnset_AndFailsValidation()
    {
        SampleElement element = Read("{}", JsonRead.Model<SampleElement>)!;

        Assert.Null(element.ElementId);
        Assert.False(ModelValidation.TryValidate(element, out _));
    }

    // A reader that went on from the wrong kind would take the next member of the outer object for one of its own.
    [Theory]
    [InlineData("""{"model_params":5,"orientation":"720p"}""")]
    [InlineData("""{"model_params":"x","orientation":"720p"}""")]
    [InlineData("""{"model_params":[],"orientation":"720p"}""")]
    [InlineData("""{"model_params":true}""")]
    public void AnObjectOfAnotherKind_IsRefused(string json) =>
        Assert.Contains("Expected an object", Fails(json, JsonRead.Model<SampleRequest>).Message, StringComparison.Ordinal);

    [Fact]
    public void AnArray_KeepsNullsWhereTheyMayBe_AndRefusesThemElsewhere()
    {
        Assert.Equal(["a", null], Read("""["a",null]""", static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.String))!);
        Fails("[1,null]", static (ref Utf8JsonReader reader) => JsonRead.Values(ref reader, JsonRead.Int32));
        Fails("""{"a":null}""", static (ref Utf8JsonReader reader) => JsonRead.MapValues(ref reader, JsonRead.Int32));
    }

    [Fact]
    public void AMap_IsReadInOrder()
    {
        IReadOnlyDictionary<string, long> map = Read("""{"b":1,"a":2,"b":3}""", static (ref Utf8JsonReader reader) => JsonRead.MapValues(ref reader, JsonRead.Int64))!;

        Assert.Equal([new("b", 3), new("a", 2)], map);
    }

    [Fact]
    public void ANestedArray_IsReadToItsEnd()
    {
        IReadOnlyList<IReadOnlyList<int>?> rows = Read(
            "[[1,2],[],null,[3]]",
            static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, static (ref Utf8JsonReader row) => JsonRead.Values(ref row, JsonRead.Int32)))!;

        Assert.Equal([2, 0, null, 1], rows.Select(row => row?.Count));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"element_id":""")]
    [InlineData("""{"element_id":"a",""")]
    [InlineData("""{"element_id":"a"]""")]
    [InlineData("""{"x":[{"y":1}""")]
    [InlineData("""{"element_id":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public void ABrokenDocument_IsAJsonException(string json) => Fails(json, JsonRead.Model<SampleElement>);

    [Fact]
    public void DeepNesting_EndsInAJsonException_NotInAStackOverflow()
    {
        string json = string.Concat("""{"x":""", new string('[', 100_000));

        Fails(json, JsonRead.Model<SampleElement>);
    }
}
