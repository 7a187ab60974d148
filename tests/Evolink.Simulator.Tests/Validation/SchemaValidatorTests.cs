using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

/// <summary>What the public suite does not ask: paths, messages, OpenAPI's own keywords, limits.</summary>
public sealed class SchemaValidatorTests
{
    [Theory]
    [InlineData("""{"properties":{"a":{"items":{"required":["b"]}}}}""", """{"a":[{"b":1},{}]}""", "a[1].b")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"image1":"x","odd name":1}""", "[\"odd name\"]")]
    [InlineData("""{"additionalProperties":false,"properties":{"a":{}}}""", """{"a":1,"b":2}""", "b")]
    [InlineData("""{"propertyNames":{"pattern":"^x"}}""", """{"y":1}""", "y")]
    [InlineData("""{"uniqueItems":true}""", """[1,{"a":1},{"a":1.0}]""", "[2]")]
    [InlineData("""{"anyOf":[{"required":["images"]},{"required":["videos"]}]}""", "{}", "images")]
    [InlineData("""{"not":{"required":["voice"]}}""", """{"voice":"x"}""", "voice")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", "b")]
    [InlineData("""{"if":{"required":["a"]},"then":{"properties":{"n":{"maximum":10}}}}""", """{"a":1,"n":11}""", "n")]
    [InlineData("""{"type":"object"}""", "[]", "")]
    public void AFailure_NamesTheMemberThatIsWrong(string schema, string instance, string path) =>
        Assert.Equal(path, Assert.Single(Validate(schema, instance)).Path);

    [Fact]
    public void AlternativesThatAllFail_AreToldInOneSentence() =>
        Assert.Equal(
            "images is required, or videos is required.",
            Assert.Single(Validate("""{"anyOf":[{"required":["images"]},{"required":["videos"]}]}""", "{}")).ToString());

    [Fact]
    public void AllFailures_AreReportedInTheSchemasOrder() =>
        Assert.Equal(
            ["b", "a", "c"],
            Validate("""{"required":["b"],"properties":{"a":{"minimum":3},"c":{"enum":["x"]}}}""", """{"a":2,"c":"y"}""").Select(static failure => failure.Path));

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", "null", true)]
    [InlineData("""{"type":"string","enum":["a"],"nullable":true}""", "null", true)]
    [InlineData("""{"type":"string","nullable":false}""", "null", false)]
    [InlineData("""{"type":"string"}""", "null", false)]
    [InlineData("""{"minimum":3,"exclusiveMinimum":true}""", "3", false)]
    [InlineData("""{"maximum":3,"exclusiveMaximum":true}""", "2.9", true)]
    public void TheKeywordsOfOpenApi30_AreUnderstood(string schema, string instance, bool isValid) =>
        Assert.Equal(isValid, Validate(schema, instance).Count == 0);

    [Theory]
    [InlineData("""{"type":"string","enum":[1.0,1.1]}""", "\"1.0\"", true)]
    [InlineData("""{"type":"string","enum":[1.0,1.1]}""", "\"1\"", false)]
    [InlineData("""{"type":"string","enum":[1.0,1.1]}""", "1.1", false)]
    [InlineData("""{"type":["string","null"],"const":true}""", "\"true\"", true)]
    [InlineData("""{"enum":[1.0,1.1]}""", "\"1.0\"", false)]
    [InlineData("""{"type":["string","number"],"enum":[1.0]}""", "\"1.0\"", false)]
    public void AValueOfAString_WithoutQuotes_IsAText(string schema, string instance, bool isValid) =>
        Assert.Equal(isValid, Validate(schema, instance).Count == 0);

    [Theory]
    [InlineData("""{"images":[1,2],"videos":[1,2,3]}""", null)]
    [InlineData("""{"images":[1,2,3],"videos":[1,2,3]}""", "videos")]
    [InlineData("""{"images":[1,2,3,4,5,6]}""", "images")]
    [InlineData("""{"images":"text"}""", null)]
    [InlineData("[]", null)]
    public void SeveralArrays_CanShareOneLimit(string instance, string? path) =>
        Assert.Equal(path, Validate("""{"x-evolink-max-items-total":[{"of":["images","videos"],"max":5}]}""", instance).SingleOrDefault()?.Path);

    [Theory]
    [InlineData("""{"images":[1,2],"n":13}""", null)]
    [InlineData("""{"images":[1,2],"n":13.000000000000000000000001}""", "images")]
    [InlineData("""{"images":[1,2,3,4,5]}""", null)] // 10 by default
    [InlineData("""{"images":[1,2,3,4,5,6]}""", "images")]
    [InlineData("""{"images":[1,2,3,4,5,6],"n":null}""", "images")]
    [InlineData("""{"images":null,"n":16}""", "images")]
    [InlineData("""{"images":"text","n":99}""", null)]
    [InlineData("""{"n":"99"}""", null)]
    [InlineData("""{"n":1e999999999999}""", null)]
    [InlineData("""{"start":0.3,"end":10.3}""", null)]
    [InlineData("""{"start":0.3,"end":10.2}""", "end")]
    [InlineData("""{"start":1e300,"end":-1e300}""", "end")]
    [InlineData("""{"start":1}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("[]", null)]
    public void NumbersAndItems_AreComparedExactly(string instance, string? path) =>
        Assert.Equal(path, Validate("""
            {"properties":{"n":{"allOf":[{"$ref":"#/$defs/n"}]}},"$defs":{"n":{"default":10}},
             "x-evolink-compare":[{"sum":["count(images)","n"],"max":15},{"difference":["end","start"],"min":10,"max":30},{"sum":[]},{"difference":["n"]},{"sum":"n","max":0},5]}
            """, instance).SingleOrDefault()?.Path);

    [Fact]
    public void AComparison_SaysItsLimitAndTheValue() => Assert.Equal(
        "end is wrong with the others: the difference end - start must be at least 10, but is 9.9.",
        Assert.Single(Validate("""{"x-evolink-compare":[{"difference":["end","start"],"min":10}]}""", """{"start":0.3,"end":10.2}""")).ToString());

    [Theory]
    [InlineData("1280x720", true)]
    [InlineData("1288x720", false)]
    [InlineData("1280x728", false)]
    [InlineData("32x32", false)]
    [InlineData("64x64", true)]
    [InlineData("4112x2048", false)]
    [InlineData("4096x4096", false)]
    [InlineData("4294967296x4294967296", false)]
    [InlineData("2048x512", true)]
    [InlineData("2064x512", false)]
    [InlineData("0x16", true)]
    [InlineData("016x16", true)]
    [InlineData("16X16", true)]
    [InlineData("16:9", true)]
    [InlineData("8x8\\n", true)]
    public void ASizeInPixels_HasItsLimits(string text, bool isValid) => Assert.Equal(
        isValid, Validate("""{"x-evolink-size":{"multipleOf":16,"minSide":48,"maxSide":4096,"minPixels":4096,"maxPixels":8388608,"minAspect":0.25,"maxAspect":4.0}}""", $"\"{text}\"").Count == 0);

    [Theory]
    [InlineData("""{"minLength":"x","maxItems":-1,"pattern":"(","required":true,"enum":"a","type":7,"items":3}""")]
    [InlineData("""{"x-evolink-compare":{"sum":["n"]},"x-evolink-size":{"minSide":"x","multipleOf":0}}""")]
    [InlineData("""{"minLength":1.5,"multipleOf":0,"anyOf":{},"properties":[],"$ref":1}""")]
    public void AKeywordOfTheWrongKind_ConstrainsNothing(string schema)
    {
        Assert.Empty(Validate(schema, "\"\""));
        Assert.Empty(Validate(schema, "[1]"));
        Assert.Empty(Validate(schema, """{"a":1}"""));
    }

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"allOf":[{"$ref":"#"},{"$ref":"#"}]}""")]
    [InlineData("""{"not":{"$ref":"#"}}""")]
    public void ASchemaThatNeverEnds_IsAFailure(string schema) => Assert.Single(Validate(schema, "1"));

    [Theory]
    [InlineData("#/$defs/missing")]
    [InlineData("https://example.com/other.json")]
    [InlineData("other.yaml#/components/schemas/A")]
    public void AReferenceThatLeadsOut_IsAFailureThatNamesIt(string reference) =>
        Assert.Contains(reference, Assert.Single(Validate($$"""{"$ref":"{{reference}}"}""", "1")).Message, StringComparison.Ordinal);

    [Fact]
    public void APointer_LeadsToASchemaOfAnOpenApiDocument()
    {
        SchemaValidator validator = new(JsonNode.Parse("""
            {
              "paths": { "/v1/a": { "post": { "schema": { "properties": { "b": { "$ref": "#/components/schemas/B" } } } } } },
              "components": { "schemas": { "B": { "$anchor": "b", "type": "integer" } } }
            }
            """));

        Assert.Equal("b", Assert.Single(validator.Evaluate("/paths/~1v1~1a/post/schema", Parse("""{"b":"x"}"""))).Path);
        Assert.Empty(validator.Evaluate("/paths/~1v1~1a/post/schema", Parse("""{"b":1}""")));
        Assert.Throws<ArgumentException>(() => validator.Evaluate("/paths/missing", Parse("1")));
    }

    [Fact]
    public void LengthsAreCounted_InCodePoints()
    {
        Assert.Empty(Validate("""{"maxLength":2}""", "\"😀é\""));
        Assert.Single(Validate("""{"minLength":3}""", "\"😀é\""));
    }

    [Fact]
    public void APatternThatTakesForEver_IsAFailure() =>
        Assert.Contains("in time", Assert.Single(Validate("""{"pattern":"^(a|aa)+$"}""", $"\"{new string('a', 40)}!\"")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<SchemaFailure> Validate(string schema, string instance) =>
        SchemaValidator.Evaluate(JsonNode.Parse(schema), "", Parse(instance));

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
