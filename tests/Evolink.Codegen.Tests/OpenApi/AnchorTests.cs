using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

/// <summary>References by <c>$anchor</c>.</summary>
public sealed class AnchorTests
{
    [Fact]
    public void AnAnchoredSchema_IsTheTypeOfWhatRefersToIt()
    {
        Generation generation = GeneratorHarness.Run(("a.yaml", Yaml.Thing("""
            type: object
            properties:
              first: {$ref: '#leaf'}
              leaves: {type: array, items: {$ref: '#leaf'}}
            $defs:
              Leaf: {$anchor: leaf, type: object, properties: {colour: {type: string, maxLength: 3}}}
            """))).AssertNoDiagnostics();

        Assert.Contains("? Colour {", string.Concat(generation.Files.Values), StringComparison.Ordinal);
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData("$anchor: here")]
    [InlineData("$dynamicAnchor: here")]
    [InlineData("$id: '#here'")]
    public void AnAnchorHasSeveralSpellings(string anchor)
    {
        SpecDocument document = Spec.ReadSchema($"items: {{$ref: '#here'}}\nproperties:\n  a: {{type: string, {anchor}}}");

        Assert.Empty(document.Diagnostics);
        Assert.Same(document.Thing().At("/properties/a"), document.Resolve(document.Thing()["items"]!));
    }

    [Fact]
    public void AnAnchorIsKnownWithinItsResource()
    {
        SpecDocument document = Spec.ReadSchema("""
            properties:
              outer: {$anchor: here}
              inner:
                $id: https://example.com/inner
                properties: {own: {$anchor: here}, use: {$ref: '#here'}}
              use: {$ref: '#here'}
            """);

        Assert.Empty(document.Diagnostics);
        Assert.Same(document.Thing().At("/properties/outer"), document.Resolve(document.Thing().At("/properties/use")!));
        Assert.Same(document.Thing().At("/properties/inner/properties/own"), document.Resolve(document.Thing().At("/properties/inner/properties/use")!));
    }

    [Fact]
    public void OfTwoAnchorsOfOneName_TheFirstCounts()
    {
        SpecDocument document = Spec.ReadSchema("items: {$ref: '#twice'}\nproperties:\n  a: {$anchor: twice}\n  b: {$anchor: twice}");

        Assert.Same(document.Thing().At("/properties/a"), document.Resolve(document.Thing()["items"]!));
    }

    [Fact]
    public void WhatLooksLikeAnAnchorInAnExample_IsNone() => Assert.Contains(
        "no schema has such an '$anchor'",
        Spec.ReadSchema("items:\n  $ref: '#here'\nexample: {$anchor: here}\nproperties: {$anchor: {type: string}}").Diagnostics.AssertOne("EVO1005", 8, 15).Message);
}
