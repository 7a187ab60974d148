using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Diagnostics;

/// <summary>Slips in schemas that would lose a limit without a word.</summary>
public sealed class SlipTests
{
    /// <summary>The line in which the schema of <see cref="Yaml.Thing"/> begins.</summary>
    private const int FirstLine = 14;

    [Theory]
    [InlineData("minimun: 1", "minimum")]
    [InlineData("Maximum: 1", "maximum")]
    [InlineData("maxItem: 3", "maxItems")]
    [InlineData("max_length: 3", "maxLength")]
    [InlineData("minLenght: 3", "minLength")]
    [InlineData("exclusiveMinimun: 3", "exclusiveMinimum")]
    [InlineData("require: [a]", "required")]
    [InlineData("enums: [a]", "enum")]
    [InlineData("patern: '^a'", "pattern")]
    [InlineData("additionalPropertys: false", "additionalProperties")]
    [InlineData("propertise: {a: {}}", "properties")]
    [InlineData("defualt: 4", "default")]
    [InlineData("anyof: [{}]", "anyOf")]
    [InlineData("ref: '#/components/schemas/Thing'", "$ref")]
    [InlineData("readonly: true", "readOnly")]
    public void ASlip_NamesTheKeyword(string line, string keyword) =>
        Assert.Contains($"Is '{keyword}' meant?", Spec.ReadSchema("description: d\n" + line).Diagnostics.AssertOne("EVO1070", 8, 7).Message);

    [Theory]
    [InlineData("enum: [1.0, 1.1]", "enum", """["1.0","1.1"]""", 14)]
    [InlineData("enum: [on, true]", "enum", """["on","true"]""", 18)]
    [InlineData("const: 7", "const", "\"7\"", 14)]
    public void AValueOfAString_WithoutQuotes_IsReadAsText(string line, string keyword, string expected, int column)
    {
        SpecDocument document = Spec.ReadSchema("type: string\n" + line);

        Assert.Contains("Put it into quotes.", document.Diagnostics.AssertOne("EVO1003", 8, column).Message, StringComparison.Ordinal);
        Assert.Equal(expected, document.Thing()[keyword]!.Json());
    }

    [Theory]
    [InlineData("x-minimun: 1")]
    [InlineData("dependencies: {a: [b]}")]
    [InlineData("note: {}")]
    [InlineData("name: a")]
    [InlineData("kind: a")]
    [InlineData("unit: ms")]
    [InlineData("order: 1")]
    [InlineData("max: 1")]
    [InlineData("types: 5")]
    [InlineData("titel: a")]
    [InlineData("properties: {minimun: {type: string}}")]
    [InlineData("example: {minimun: 1}")]
    public void AnotherName_IsNoSlip(string line) => Assert.Empty(Spec.ReadSchema(line).Diagnostics);

    [Fact]
    public void ARequiredName_HasToBeThatOfAProperty() => Assert.Equal(
        ["EVO1071 (15,18) 'naem'", "EVO1071 (18,27) 'y'"],
        Found("EVO1071", """
            type: object
            required: [naem, size]
            properties:
              name: {type: string}
              part: {required: [y], properties: {x: {type: integer}}}
              size: {type: integer}
            """));

    [Theory]
    [InlineData("{type: object, required: [a]}")]
    [InlineData("{allOf: [{required: [a], properties: {b: {}}}, {properties: {a: {type: string}}}]}")]
    [InlineData("{type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}")]
    [InlineData("{type: object, properties: {a: {type: string}}, oneOf: [{required: [a, b], properties: {b: {type: string}}}, {required: [a, c], properties: {c: {type: string}}}]}")]
    [InlineData("{type: object, required: [x-a], properties: {b: {type: string}}, patternProperties: {'^x-': {type: string}}}")]
    [InlineData("{type: object, required: [a], properties: {b: {type: string}}, additionalProperties: {type: string}}")]
    public void ARequiredNameThatIsDescribedElsewhere_IsFine(string schema) => Assert.Empty(Found("EVO1071", schema));

    [Theory]
    [InlineData("{type: string, enum: [a, b], default: c}", "\"c\" is not among the values of its schema, \"a\", \"b\"")]
    [InlineData("{type: integer, enum: [1, 2], default: '1'}", "\"1\" is not among the values")]
    [InlineData("{type: integer, minimum: 2, default: 1}", "1 is below the minimum 2")]
    [InlineData("{type: number, maximum: 0.95, default: 1}", "1 is above the maximum 0.95")]
    [InlineData("{type: number, maximum: -1e2, default: -99.5}", "-99.5 is above the maximum -1e2")]
    [InlineData("{type: integer, exclusiveMinimum: 2, default: 2}", "2 is not above the exclusive minimum 2")]
    [InlineData("{type: integer, exclusiveMaximum: 20, default: 20.0}", "20.0 is not below the exclusive maximum 20")]
    [InlineData("{type: string, maxLength: 2, default: abc}", "\"abc\" has more than 2 characters")]
    [InlineData("{type: string, minLength: 1, default: ''}", "\"\" has fewer than 1 characters")]
    [InlineData("{type: array, maxItems: 1, items: {}, default: [1, 2]}", "[1,2] has more than 1 items")]
    [InlineData("{type: array, items: {enum: [a]}, default: [a, b]}", "\"b\" is not among the values")]
    [InlineData("{$ref: '#/components/schemas/Size', default: huge}", "\"huge\" is not among the values")]
    [InlineData("{allOf: [{$ref: '#/components/schemas/Size'}], default: huge}", "\"huge\" is not among the values")]
    public void ADefaultThatItsSchemaRefuses_IsReported(string schema, string problem)
    {
        Diagnostic found = Assert.Single(Run("type: object\nproperties:\n  a: " + schema).Diagnostics, diagnostic => diagnostic.Id == "EVO1072");

        Assert.Contains($"The default {problem}", found.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(FirstLine + 2, found.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    [Theory]
    [InlineData("{type: string, enum: [a, b], default: b}")]
    [InlineData("{type: integer, minimum: 1, maximum: 10, default: 10}")]
    [InlineData("{type: integer, minimum: 9, maximum: 10.5, default: 10}")]
    [InlineData("{type: integer, minimum: 0, default: 0.0}")]
    [InlineData("{type: string, maxLength: 1, default: 😀}")]
    [InlineData("{type: string, enum: [a, null], default: null}")]
    [InlineData("{anyOf: [{enum: [a]}, {type: integer}], default: 4}")]
    [InlineData("{type: array, items: {enum: [a, b]}, default: [b]}")]
    [InlineData("{$ref: '#/components/schemas/Size', default: large}")]
    public void ADefaultThatItsSchemaAllows_IsFine(string schema) => Assert.Empty(Found("EVO1072", "type: object\nproperties:\n  a: " + schema));

    [Fact]
    public void AKeywordThatIsNotChecked_IsSaidOnceAFile_AtTheFirstPlace()
    {
        string parts = string.Concat(Enumerable.Range(0, 30).Select(i => $"\n  p{i}: {{type: object, properties: {{a: {{type: string}}}}, dependencies: {{a: [b]}}}}"));
        string[] found = [.. Found("EVO1014", "type: object\nproperties:" + parts)];

        Assert.Equal(["EVO1014 (16,75) 'dependencies'"], found);
        Assert.Contains("29 more places", Run("type: object\nproperties:" + parts).Diagnostics.Single(diagnostic => diagnostic.Id == "EVO1014").GetMessage(null), StringComparison.Ordinal);
    }

    private static Generation Run(string thing) => GeneratorHarness.Run(("a.yaml", Yaml.Thing(thing, "Size: {type: string, enum: [small, large]}")));

    private static IEnumerable<string> Found(string id, string thing) => Run(thing).Diagnostics.Where(diagnostic => diagnostic.Id == id)
        .Select(diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition, Message: diagnostic.GetMessage(null)))
        .OrderBy(found => found.StartLinePosition)
        .Select(found => $"{id} ({found.StartLinePosition.Line + 1},{found.StartLinePosition.Character + 1}) '{found.Message.Split('\'')[1]}'");
}
