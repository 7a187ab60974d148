using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

public class OpenApiCheckerTests
{
    [Fact]
    public void ADocumentLikeTheVendors_IsReadWithoutAWord()
    {
        SpecDocument document = Spec.Read(Documents.Typical);

        Assert.Empty(document.Diagnostics);
        OperationNode operation = OperationReader.Read(document).Single(operation => (operation.Method, operation.Path) == ("POST", "/v1/videos/generations/{region}"));
        Assert.Equal("createVideoGeneration", operation.Id);
        Assert.Equal("https://api.example.com", Assert.Single(document.ServerUrls));
        Assert.Equal("bearerAuth", Assert.Single(document.Root!.At("/components/securitySchemes")!.Members).Name);
        Assert.Equal(["200", "default"], operation.Node["responses"]!.Members.Select(response => response.Name));
    }

    [Theory]
    [InlineData("  a: {get: {responses: {}}}", 3, 3)]
    [InlineData("  /a:\n    get:\n      reponses: {}", 5, 7)]
    [InlineData("  /a:\n    get:\n      responses: {abc: {description: x}}", 5, 24)]
    [InlineData("  /a:\n    get:\n      parameters:\n      - {name: x, in: nowhere}", 6, 23)]
    [InlineData("  /a/{x}: {}\n  /a/{y}: {}", 4, 11)]
    public void WhatTheLibraryObjectsTo_IsLocated(string paths, int line, int column)
    {
        IReadOnlyList<SpecDiagnostic> found = Spec.Read("openapi: 3.1.0\npaths:\n" + paths + "\n").Diagnostics;

        Assert.Contains(("EVO1006", line, column), found.Select(diagnostic => (diagnostic.Id, diagnostic.Line, diagnostic.Column)));
    }

    [Theory]
    [InlineData("paths: []", 2, 8)]
    [InlineData("paths: {/a: 5}", 2, 13)]
    [InlineData("paths: {/a: {get: []}}", 2, 19)]
    [InlineData("paths: {/a: {parameters: {}}}", 2, 26)]
    [InlineData("paths: {/a: {get: {responses: {200: }}}}", 2, 37)]
    [InlineData("components: {securitySchemes: {b: 5}}", 2, 35)]
    [InlineData("info: []", 2, 7)]
    [InlineData("servers: [x]", 2, 11)]
    public void AStructureOfTheWrongKind_IsDroppedWithAWarning(string yaml, int line, int column)
    {
        SpecDocument document = Spec.Read("openapi: 3.1.0\n" + yaml + "\n");

        document.Diagnostics.AssertOne("EVO1003", line, column);
        Assert.True(document.IsReadable);
    }
}
