using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Compiling;

/// <summary>Responses that several specifications describe differently: the types that they merge to compile.</summary>
public sealed class MergedResponseTests
{
    private const string Shapes = """
        Circle: {type: object, required: [radius], properties: {radius: {type: number}}}
        Square: {type: object, required: [side], properties: {side: {type: number}}}
        """;

    [Theory]
    [InlineData("{type: array, items: {type: [number, 'null']}}", "{type: array, items: {}}")]
    [InlineData("{type: object, additionalProperties: {type: [number, 'null']}}", "{type: object, additionalProperties: {}}")]
    [InlineData("{type: object, additionalProperties: {type: array, items: {type: [string, 'null']}}}", "{type: object, additionalProperties: {type: array, items: {}}}")]
    public void ItemsThatAreAnythingElsewhere_AreAnyJson(string one, string other) =>
        Unite($"Thing: {{type: object, properties: {{a: {one}}}}}", $"Thing: {{type: object, properties: {{a: {other}}}}}");

    [Theory]
    [InlineData("oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]", "oneOf: [{$ref: '#/components/schemas/Square'}, {$ref: '#/components/schemas/Square'}]")]
    [InlineData("oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]", "$ref: '#/components/schemas/Circle'")]
    [InlineData("oneOf: [{$ref: '#/components/schemas/Circle'}, {type: string}]", "oneOf: [{$ref: '#/components/schemas/Square'}, {type: string}]")]
    [InlineData("oneOf: [{$ref: '#/components/schemas/Circle'}, {type: array, items: {$ref: '#/components/schemas/Circle'}}]", "oneOf: [{$ref: '#/components/schemas/Square'}, {type: array, items: {}}]")]
    public void ChoicesThatAreOthersElsewhere_AreOneUnion(string one, string other) =>
        Unite($"Thing: {{type: object, properties: {{a: {{{one}}}}}}}\n{Shapes}", $"Thing: {{type: object, properties: {{a: {{{other}}}}}}}\n{Shapes}");

    private static void Unite(string one, string other)
    {
        GeneratorHarness.Run(("a.yaml", Response(one)), ("b.yaml", Response(other))).AssertCompiles();
        GeneratorHarness.Run(("a.yaml", Response(other)), ("b.yaml", Response(one))).AssertCompiles();
    }

    private static string Response(string schemas) => Yaml.Paths(
        "/v1/things:\n  get: {operationId: getThing, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}", schemas);
}
