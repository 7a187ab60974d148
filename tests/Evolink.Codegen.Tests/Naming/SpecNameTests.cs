using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Naming;

/// <summary>The names of specifications, and what of them is in the names of types.</summary>
public sealed class SpecNameTests
{
    [Theory]
    [InlineData("specs/003-make-poster.yaml", "MakePoster")]
    [InlineData("12_film.yaml", "Film")]
    [InlineData("3d-model.yaml", "Spec3dModel")]
    [InlineData("2.7.yaml", "Spec2_7")]
    [InlineData("2024-05-01.yaml", "Spec2024_05_01")]
    [InlineData("wan2.7-video.yaml", "Wan2_7Video")]
    [InlineData("😀.yaml", "Spec")]
    public void AFile_NamesItsRequest(string file, string prefix)
    {
        Generation generation = GeneratorHarness.Run((file, Yaml.Create("a: {type: string, enum: [x]}")), ("query.yaml", Yaml.Query));

        Assert.Contains(prefix + "Request.g.cs", generation.Files.Keys);
        Assert.Contains(prefix + "A.g.cs", generation.Files.Keys);
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData("Poster", "Poster")]
    [InlineData("film poster", "FilmPoster")]
    [InlineData(" ", "MakePoster")]
    [InlineData("-", "MakePoster")]
    public void TheProject_CanNameIt(string name, string prefix) => Assert.Contains(
        prefix + "Request.g.cs",
        GeneratorHarness.Run(
            new ProjectOptions(specNames: new Dictionary<string, string> { ["specs/003-make-poster.yaml"] = name }),
            ("specs/003-make-poster.yaml", Yaml.Create("a: {type: string}"))).Files.Keys);

    [Fact]
    public void AnInlineType_DoesNotTakeTheNameOfASchema()
    {
        Generation generation = GeneratorHarness.Run(("a.yaml", Yaml.Paths(
            "/v1/orders: {get: {operationId: getOrder, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}}}",
            """
            Order: {type: object, properties: {line: {type: object, properties: {inline: {type: string}}}, other: {$ref: '#/components/schemas/OrderLine'}}}
            OrderLine: {type: object, properties: {named: {type: string}}}
            """)));

        Assert.Contains("? Named {", generation["OrderLine.g.cs"], StringComparison.Ordinal);
        Assert.Contains("? Inline {", generation["OrderLine2.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["EVO1010"], generation.Diagnostics.Select(found => found.Id));
        generation.AssertCompiles();
    }
}
