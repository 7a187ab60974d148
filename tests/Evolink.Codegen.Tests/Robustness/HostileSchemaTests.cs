using System.Globalization;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Robustness;

/// <summary>Schemas that describe more than they say: they end, in little, and compile.</summary>
public sealed class HostileSchemaTests
{
    [Theory]
    [InlineData("$ref: '#/components/schemas/{0}'")]
    [InlineData("allOf: [{{$ref: '#/components/schemas/{0}'}}]")]
    [InlineData("oneOf: [{{$ref: '#/components/schemas/{0}'}}, {{type: 'null'}}]")]
    [InlineData("{{type: array, items: {{$ref: '#/components/schemas/{0}'}}}}")]
    [InlineData("{{type: object, properties: {{a: {{type: string}}}}, not: {{$ref: '#/components/schemas/{0}'}}}}")]
    [InlineData("{{type: object, properties: {{a: {{type: string}}}}, anyOf: [{{$ref: '#/components/schemas/{0}'}}, {{$ref: '#/components/schemas/{0}'}}]}}")]
    public void ALongChainOfSchemas_Ends(string link)
    {
        const int Length = 400;
        IEnumerable<string> chain = Enumerable.Range(0, Length).Select(index =>
            $"C{index}:\n  {string.Format(CultureInfo.InvariantCulture, link, "C" + (index + 1))}");
        string schemas = string.Join("\n", chain) + $"\nC{Length}: {{type: object, properties: {{a: {{type: string}}}}}}";

        GeneratorHarness.Run(("chain.yaml", Yaml.Thing("type: object\nproperties: {c: {$ref: '#/components/schemas/C0'}}", schemas))).AssertCompiles();
    }

    [Theory]
    [InlineData("Tree: {type: array, items: {type: object, properties: {children: {$ref: '#/components/schemas/Tree'}}}}")]
    [InlineData("Tree: {type: object, additionalProperties: {type: object, properties: {children: {$ref: '#/components/schemas/Tree'}}}}")]
    [InlineData("Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}")]
    [InlineData("Tree: {oneOf: [{type: string}, {type: array, items: {type: object, properties: {children: {$ref: '#/components/schemas/Tree'}}}}]}")]
    [InlineData("Tree: {allOf: [{$ref: '#/components/schemas/Other'}]}\nOther: {allOf: [{$ref: '#/components/schemas/Tree'}], type: object, properties: {a: {$ref: '#/components/schemas/Tree'}}}")]
    [InlineData("Tree: {$ref: '#/components/schemas/Tree'}")]
    [InlineData("Tree: {type: object, properties: {a: {$ref: '#/components/schemas/Thing/properties/tree'}}}")]
    public void ASchemaThatLeadsBackToItself_Ends(string schemas) =>
        GeneratorHarness.Run(("tree.yaml", Yaml.Thing("type: object\nproperties: {tree: {$ref: '#/components/schemas/Tree'}}", schemas))).AssertCompiles();

    [Fact]
    public void AnEnumOfFiveThousandValues_Compiles()
    {
        string values = string.Join(", ", Enumerable.Range(0, 5000).Select(index => $"value-{index}"));
        GeneratorHarness.Run(("many.yaml", Yaml.Thing($"type: object\nproperties: {{a: {{type: string, enum: [{values}]}}}}"))).AssertNoDiagnostics().AssertCompiles();
    }

    [Fact]
    public void AnObjectOfAThousandProperties_Compiles()
    {
        string properties = string.Join("\n", Enumerable.Range(0, 1000).Select(index => $"  p{index}: {{type: string}}"));
        GeneratorHarness.Run(("many.yaml", Yaml.Thing("type: object\nminProperties: 1\nproperties:\n" + properties))).AssertNoDiagnostics().AssertCompiles();
    }

    [Fact]
    public void ADocumentOfManySchemas_Compiles()
    {
        string schemas = string.Join("\n", Enumerable.Range(0, 300).Select(index => $"S{index}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{index + 1}'}}, a: {{type: string}}}}}}"));
        GeneratorHarness.Run(("large.yaml", Yaml.Thing("type: object\nproperties: {c: {$ref: '#/components/schemas/S0'}}", schemas + "\nS300: {type: string}"))).AssertNoDiagnostics().AssertCompiles();
    }
}
