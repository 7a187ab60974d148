using System.Text.Json;
using Evolink.Tests.Sample;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

/// <summary>Rules for JSON of any kind.</summary>
public class JsonRuleTests
{
    [Theory]
    [InlineData("\"a\"", JsonTypes.String)]
    [InlineData("5", JsonTypes.Integer)]
    [InlineData("5.0", JsonTypes.Integer)]
    [InlineData("5e3", JsonTypes.Integer)]
    [InlineData("123456789012345678901234567890", JsonTypes.Integer)]
    [InlineData("5", JsonTypes.Number)]
    [InlineData("0.5", JsonTypes.Number)]
    [InlineData("null", JsonTypes.String | JsonTypes.Null)]
    [InlineData("true", JsonTypes.Boolean)]
    [InlineData("[]", JsonTypes.Array)]
    [InlineData("{}", JsonTypes.Object)]
    public void AValueOfAnAllowedKind_Passes(string json, JsonTypes allowed) =>
        Assert.True(Passes((ref context) => context.Type(JsonElement.Parse(json), allowed, "M", "m")));

    [Theory]
    [InlineData("0.5", JsonTypes.Integer, "m: must be a whole number, not a number.")]
    [InlineData("1", JsonTypes.String | JsonTypes.Null, "m: must be a string or null, not a number.")]
    [InlineData("null", JsonTypes.Array | JsonTypes.Object, "m: must be an object or an array, not null.")]
    [InlineData("[1]", JsonTypes.Boolean, "m: must be a boolean, not an array.")]
    public void AValueOfAnotherKind_Fails(string json, JsonTypes allowed, string problem) =>
        Assert.Equal(problem, Fails((ref context) => context.Type(JsonElement.Parse(json), allowed, "M", "m")));

    [Fact]
    public void ListedValues_AreComparedAsJson()
    {
        JsonElement listed = JsonParts.Parse("""[{"a":1},"x",null]""");

        Assert.True(Passes((ref context) => context.Enum(JsonElement.Parse("""{"a":1.0}"""), listed, "", "")));
        Assert.True(Passes((ref context) => context.Enum(JsonElement.Parse("null"), listed, "", "")));
        Assert.Equal("""m: must be one of {"a":1}, "x", null, not '2'.""", Fails((ref context) => context.Enum(JsonElement.Parse("2"), listed, "M", "m")));
        Assert.Equal("""m: must be {"a":1}, not '{}'.""", Fails((ref context) => context.Enum(JsonElement.Parse("{}"), JsonParts.Parse("""[{"a":1}]"""), "M", "m")));
    }

    [Fact]
    public void APart_IsNullWhereTheValueIsOfAnotherKind()
    {
        JsonElement text = JsonElement.Parse("\"a\""), number = JsonElement.Parse("1.5");

        Assert.Equal("a", JsonParts.Text(text));
        Assert.Equal(1.5, JsonParts.Number(number));
        Assert.Equal(2, JsonParts.Items(JsonElement.Parse("[1,2]"))!.Count);
        Assert.Equal(["k"], JsonParts.Members(JsonElement.Parse("""{"k":1}"""))!.Keys);
        Assert.Null(JsonParts.Text(number));
        Assert.Null(JsonParts.Number(text));
        Assert.Null(JsonParts.Items(text));
        Assert.Null(JsonParts.Members(null));
    }

    [Fact]
    public void HalfACharacter_IsNoListedValue_AndANameAsItIsWritten()
    {
        JsonElement listed = JsonParts.Parse("""["x"]""");

        Assert.StartsWith("m: must be", Fails((ref context) => context.Enum(JsonElement.Parse("\"\\ud800\""), listed, "M", "m")), StringComparison.Ordinal);
        Assert.Equal(["\\ud800"], JsonParts.Members(JsonElement.Parse("{\"\\ud800\":1}"))!.Keys);
    }

    [Theory]
    [InlineData("\"x\"", false)]
    [InlineData("\"y\"", true)]
    [InlineData("\"\\ud800\"", true)]
    public void AnObjectThatHasAllThatAnotherRequires_IsOfTwo(string tag, bool isOne)
    {
        SampleModelParams value = new() { Orientation = SampleQuality.Known[0], AdditionalProperties = new Dictionary<string, JsonElement> { ["tag"] = JsonElement.Parse(tag) } };
        JsonElement demands = JsonParts.Parse("""[{},{"tag":["x"]}]""");

        Assert.Equal(isOne, Passes((ref context) => context.OneOf(value, value.AdditionalProperties, demands, 0, "M", "m")));
    }

    [Fact]
    public void WhatNoJsonSays_IsForItsOwnRuleToTell() =>
        Assert.Null(JsonParts.Create<IReadOnlyList<double>>([double.NaN], static (writer, items) => writer.WriteNumberValue(items[0])));

    [Fact]
    public void BrokenUnicode_IsJudgedAsItIsWritten() => Assert.Equal("\"\\ud800\"", JsonParts.Text(JsonElement.Parse("\"\\ud800\"")));

    [Fact]
    public void AModelAndAList_AreSeenAsTheJsonThatIsSent()
    {
        Assert.Equal("""{"orientation":"720p"}""", JsonParts.Create(new SampleModelParams { Orientation = "720p" })!.Value.GetRawText());
        Assert.Equal("[1]", JsonParts.Create<IReadOnlyList<long>>([1], static (writer, items) => JsonWrite.List(writer, items, static (writer, item) => writer.WriteNumberValue(item)))!.Value.GetRawText());
        Assert.Null(JsonParts.Create(null));
    }

    [Fact]
    public void WhatIsUnset_PassesAll() => Assert.True(Passes((ref context) =>
    {
        context.Type(null, JsonTypes.String, "", "");
        context.Type(default(JsonElement), JsonTypes.String, "", "");
        context.Enum(default(JsonElement), JsonParts.Parse("[1]"), "", "");
        context.Apply<JsonElement>(default(JsonElement), "", "", static (JsonElement _, ref SchemaValidationContext context) => context.Add("", "", "asked"));
    }));
}
