using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Compiling;

/// <summary>A record derives from one record only, whatever several files want of it.</summary>
public sealed class SeveralFilesDiscriminatorTests
{
    private const string Cases = """
        Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
        """;

    [Fact]
    public void ACaseThatAnotherSpecDerivesOtherwise_DerivesFromTheFirst_AndIsReported()
    {
        Generation generation = GeneratorHarness.Run(
            ("a.yaml", Answer("Pet", Pet + "\n" + Cases)),
            ("b.yaml", Answer("Guest", Pet.Replace("Pet", "Guest", StringComparison.Ordinal) + "\n" + Cases)));

        generation.AssertCompiles();
        Assert.Contains("Model<Cat>", generation["Pet.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Model<Cat>", generation["Guest.g.cs"], StringComparison.Ordinal);
        Diagnostic[] reported = [.. generation.Diagnostics.Where(diagnostic => diagnostic.Id == "EVO1014")];
        Assert.Equal(2, reported.Length);
        Assert.All(reported, diagnostic => Assert.Equal("b.yaml", diagnostic.Location.GetLineSpan().Path));
    }

    [Fact]
    public void ACaseThatIsNoObjectInAnotherSpec_IsNoCase() => GeneratorHarness.Run(
        ("a.yaml", Answer("Cat", "Cat: {type: string, enum: [tom, felix]}")),
        ("b.yaml", Answer("Pet", Pet + "\n" + Cases))).AssertCompiles();

    [Fact]
    public void ATagThatIsNoStringInAnotherSpec_HasNoValueFromTheStart() => GeneratorHarness.Run(
        ("a.yaml", Answer("Pet", Pet + "\n" + Cases)),
        ("b.yaml", Answer("Cat", "Cat: {type: object, properties: {kind: {}}}"))).AssertCompiles();

    private const string Pet =
        "Pet: {discriminator: {propertyName: kind}, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}";

    private static string Answer(string schema, string schemas) => Yaml.Paths(
        $"/v1/{schema}:\n  get: {{operationId: get{schema}, responses: {{'200': {{description: d, content: {{application/json: {{schema: {{$ref: '#/components/schemas/{schema}'}}}}}}}}}}}}", schemas);
}
