using System.Text;
using System.Text.Json;

namespace Evolink.Tests.Json;

public class JsonReadPeekTests
{
    [Theory]
    [InlineData("""{"type":17}""", true)]
    [InlineData("""{"a":{"type":1},"type":17.0}""", true)]
    [InlineData("""{"type":0.17e2}""", true)]
    [InlineData("""{"type":17.00000000000000000000000000000000}""", true)]
    [InlineData("""{"type":17.5}""", false)]
    [InlineData("""{"type":1e400}""", false)]
    [InlineData("""{"type":"17"}""", false)]
    [InlineData("""{"type":null}""", false)]
    [InlineData("""{"a":17}""", false)]
    [InlineData("17", false)]
    public void ANumberAhead_IsComparedByItsValue(string json, bool expected)
    {
        Utf8JsonReader reader = Ahead(json);
        Assert.Equal(expected, JsonRead.PeekNumber(reader, "type"u8) == 17m);
        Assert.Equal(0, reader.TokenStartIndex);
    }

    [Theory]
    [InlineData("""{"a":[],"flag":true}""", true)]
    [InlineData("""{"flag":false}""", false)]
    [InlineData("""{"flag":"true"}""", null)]
    [InlineData("""{"flag":1}""", null)]
    [InlineData("{}", null)]
    public void ABooleanAhead_IsTrueFalseOrNone(string json, bool? expected) =>
        Assert.Equal(expected, JsonRead.PeekBoolean(Ahead(json), "flag"u8));

    private static Utf8JsonReader Ahead(string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
