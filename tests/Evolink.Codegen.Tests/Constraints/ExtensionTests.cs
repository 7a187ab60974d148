using System.Text.RegularExpressions;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Constraints;

/// <summary>What the extensions of schemas tell a reader, and what becomes of those that are not of their form.</summary>
public sealed class ExtensionTests
{
    private const string Sum = "x-evolink-compare: [{sum: [count(urls), n], max: 15}]";

    [Theory]
    [InlineData("{type: string, x-evolink-advice: [{maxLength: 2500, text: Longer texts are cut off.}]}", "<remarks>Longer texts are cut off (at most 2500 characters).</remarks>")]
    [InlineData("{type: string, x-evolink-advice: [{maxLength: 2500, text: 'Texts are cut off after 2,500 characters.'}]}", "<remarks>Texts are cut off after 2,500 characters.</remarks>")]
    [InlineData("{type: string, x-evolink-advice: [{maxTokens: 800, minLength: 5, text: 'Words\n  count.'}]}", "<remarks>Words count (at most 800 tokens, at least 5 characters).</remarks>")]
    [InlineData("{type: integer, minimum: 5, x-evolink-advice: [{minimum: 60, text: 'Better `60` or more.'}, {text: 'Each <second> counts.'}]}", "<remarks><para>At least 5.</para><list type=\"bullet\"><item><description>Better <c>60</c> or more.</description></item><item><description>Each &lt;second&gt; counts.</description></item></list></remarks>")]
    [InlineData("{type: array, items: {type: string, x-evolink-advice: [{text: Of one person.}]}}", "<remarks>Of one person.</remarks>")]
    [InlineData("{allOf: [{$ref: '#/components/schemas/Advised'}], x-evolink-advice: [{text: And here.}]}", "<item><description>And here.</description></item><item><description>Everywhere.</description></item>")]
    [InlineData("{type: string, x-evolink-media: {kind: image, minPixels: 196, maxPixels: 36000000}}", "A public URL of an image (196 to 36000000 pixels in all); a local file has to be uploaded first.")]
    [InlineData("{type: string, x-evolink-size: {multipleOf: 16, minSide: 16, maxSide: 3840, minPixels: 655360, maxAspect: 3}}", "Of a size in pixels, such as 1280x720: sides are multiples of 16; 16 to 3840 pixels a side; at least 655360 pixels in all; at most 3 wide for 1 high.")]
    [InlineData("{type: array, items: {type: string, x-evolink-size: {maxSide: 64}}}", "Of a size in pixels, such as 1280x720: at most 64 pixels a side.")]
    public void WhatAnExtensionSays_StandsInTheDocs(string schema, string docs) => Assert.Contains(docs, Code($"x: {schema}"), StringComparison.Ordinal);

    [Fact]
    public void AComparison_IsToldAtEachOfItsMembers()
    {
        string code = Code($"urls: {{type: array, items: {{type: string}}}}, n: {{type: integer, minimum: 1}}", Sum + "\nx-evolink-max-items-total: [{of: [urls], max: 9}]");

        Assert.Contains("The number of <see cref=\"Urls\"/> is at most 9. The number of <see cref=\"Urls\"/> + <see cref=\"N\"/> is at most 15.", code, StringComparison.Ordinal);
        Assert.Contains("At least 1. The number of <see cref=\"Urls\"/> + <see cref=\"N\"/> is at most 15.", code, StringComparison.Ordinal);
    }

    [Fact]
    public void ASchemaOfARequest_IsAdvisedToo() =>
        Assert.Contains("<remarks>Two at a time are best.</remarks>", Code("x: {type: string}", "x-evolink-advice: [{text: Two at a time are best.}]"), StringComparison.Ordinal);

    [Fact]
    public void Advice_RefusesNothing()
    {
        string code = Code("x: {type: string, x-evolink-advice: [{maxLength: 1, minLength: 1, text: t}]}");

        Assert.DoesNotContain("MaxLength", code, StringComparison.Ordinal);
        Assert.DoesNotContain("TextLength", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-evolink-advice: {text: t}")]
    [InlineData("x-evolink-advice: [t]")]
    [InlineData("x-evolink-advice: [{maxLength: 5}]")]
    [InlineData("x-evolink-advice: [{text: ''}]")]
    [InlineData("x-evolink-advice: [{text: t, maxLength: '5'}]")]
    [InlineData("x-evolink-advice: [{text: t, maxTokens: 0.5}]")]
    [InlineData("x-evolink-advice: [{text: t, maxWords: 5}]")]
    [InlineData("x-evolink-advice: [{text: t, minimum: 6, maximum: 5}]")]
    [InlineData("x-evolink-size: 16")]
    [InlineData("x-evolink-size: {}")]
    [InlineData("x-evolink-size: {multipleOf: 0}")]
    [InlineData("x-evolink-size: {multipleOf: 0.5}")]
    [InlineData("x-evolink-size: {maxSide: 2147483648}")]
    [InlineData("x-evolink-size: {maxPixels: 1e18}")]
    [InlineData("x-evolink-size: {maxAspect: -1}")]
    [InlineData("x-evolink-size: {maxAspect: 1e-99}")]
    [InlineData("x-evolink-size: {maxAspect: 16:9}")]
    [InlineData("x-evolink-size: {maxArea: 5}")]
    [InlineData("x-evolink-size: {minPixels: 6, maxPixels: 5}")]
    [InlineData("x-evolink-media: {minPixels: 6, maxPixels: 5}")]
    [InlineData("x-evolink-media: {minPixels: none}")]
    public void AnExtensionOfAText_OfAnotherForm_IsReported_AndNothingElse(string extension)
    {
        string document = Document($"x: {{type: string, {extension}}}", "");
        Generation generation = GeneratorHarness.Run(("spec.yaml", document));

        AssertReported(generation, extension);
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData("{sum: [n], max: 5}")]
    [InlineData("[5]")]
    [InlineData("[{max: 5}]")]
    [InlineData("[{sum: [n]}]")]
    [InlineData("[{sum: [], max: 5}]")]
    [InlineData("[{sum: n, max: 5}]")]
    [InlineData("[{sum: [n, 5], max: 5}]")]
    [InlineData("[{sum: [m], max: 5}]")]
    [InlineData("[{sum: [urls], max: 5}]")]
    [InlineData("[{sum: [text], max: 5}]")]
    [InlineData("[{sum: [count(n)], max: 5}]")]
    [InlineData("[{sum: [count(other)], max: 5}]")]
    [InlineData("[{sum: [n], max: '5'}]")]
    [InlineData("[{sum: [n], max: 1e99}]")]
    [InlineData("[{sum: [n], min: 6, max: 5}]")]
    [InlineData("[{sum: [n], difference: [n, n], max: 5}]")]
    [InlineData("[{difference: [n], max: 5}]")]
    [InlineData("[{difference: [n, n, n], max: 5}]")]
    [InlineData("[{of: [urls], max: 5}]")]
    [InlineData("[{sum: [n], max: 5, unit: seconds}]")]
    public void AComparisonOfAnotherForm_IsReported_AndNothingElse(string comparison)
    {
        Generation generation = GeneratorHarness.Run(("spec.yaml", Document("urls: {type: array, items: {type: string}}, n: {type: integer}, text: {type: string}", $"x-evolink-compare: {comparison}")));

        AssertReported(generation, "x-evolink-compare");
        generation.AssertCompiles();
        Assert.DoesNotContain("context.Sum", generation.Files["SpecRequest.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{type: integer, x-evolink-size: {minSide: 1}}")]
    [InlineData("{type: array, items: {type: string}, x-evolink-size: {minSide: 1}}")]
    [InlineData("{type: string, x-evolink-compare: [{sum: [a], max: 1}]}")]
    [InlineData("{type: object, additionalProperties: {type: integer}, x-evolink-compare: [{sum: [a], max: 1}]}")]
    public void AnExtension_OnAnotherType_IsReported(string schema) => AssertReported(GeneratorHarness.Run(("spec.yaml", Document($"x: {schema}", ""))), "x-evolink-");

    // What is ignored refuses nothing, also where it is turned round.
    [Theory]
    [InlineData("not: {x-evolink-compare: [{sum: [m], max: 5}]}")]
    [InlineData("not: {properties: {text: {x-evolink-size: {minSide: 0}}}, required: [text]}")]
    public void AnIgnoredExtension_UnderNot_RefusesNothing(string schema)
    {
        Generation generation = GeneratorHarness.Run(("spec.yaml", Document("n: {type: integer}, text: {type: string}", schema)));

        Assert.DoesNotContain("context.Not(", generation.Files["SpecRequest.g.cs"], StringComparison.Ordinal);
    }

    private static void AssertReported(Generation generation, string extension)
    {
        Diagnostic only = Assert.Single(generation.Diagnostics);
        Assert.Equal("EVO1016", only.Id);
        Assert.Contains(extension.Split(':')[0], only.GetMessage(null), StringComparison.Ordinal);
    }

    /// <summary>The request's code, each of whose comments is one line.</summary>
    private static string Code(string properties, string schema = "") => Regex.Replace(
        Regex.Replace(GeneratorHarness.Run(("spec.yaml", Document(properties, schema))).AssertNoDiagnostics().Files["SpecRequest.g.cs"], "(?<=>|<remarks>)\n *///? (?=<)", ""),
        "\n *///", "");

    private static string Document(string properties, string schema) => $$$$"""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: 'https://api.example.com'}]
        paths:
          /v1/things:
            put:
              operationId: putThing
              requestBody:
                content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
              responses: {'204': {description: d}}
        components:
          schemas:
            Advised: {type: string, x-evolink-advice: [{text: Everywhere.}]}
            Thing:
              type: object
              properties: { {{{{properties}}}} }
              {{{{schema.Replace("\n", "\n      ", StringComparison.Ordinal)}}}}
        """;
}
