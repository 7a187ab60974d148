using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Constraints;

/// <summary>Which members are URLs that the service fetches a file from.</summary>
public sealed class MediaUrlTests
{
    private const string Unreachable = "http://127.0.0.1/a.png";

    private const string List = "{type: array, items: {type: string, format: uri}}";

    // The vendor's own documents have no keyword for it.
    [Theory]
    [InlineData("image_urls", List, true)]
    [InlineData("video_urls", List, true)]
    [InlineData("image_start", "{type: string, format: uri}", true)]
    [InlineData("frontal_image", "{type: string, format: uri}", true)]
    [InlineData("mask_url", "{type: string, format: url}", true)]
    [InlineData("link_url", "{type: string, format: uri}", true)]
    [InlineData("voice_bindings", "{type: object, additionalProperties: {type: string, format: uri}}", true)]
    [InlineData("url", "{type: string, format: uri}", false)]
    [InlineData("image_urls", "{type: array, items: {type: string}}", false)]
    [InlineData("webhook_url", "{type: string, format: uri}", false)]
    [InlineData("homepage", "{type: string, format: uri}", false)]
    [InlineData("image_urls", "{type: array, items: {type: string, format: uri, x-evolink-media: false}}", false)]
    public void InADocumentOfEvolinks_TheFormatAndTheNameTell(string name, string schema, bool isMedia)
    {
        foreach (string server in new[] { "servers: [{url: 'https://api.evolink.ai'}]", "servers: [{url: 'https://api.example.com'}]\nx-evolink-conventions: true" })
        {
            Assert.Equal(!isMedia, IsValid(Document(server, name, schema), name, schema));
        }
    }

    [Fact]
    public void InAForeignDocument_OnlyTheKeywordTells()
    {
        const string Foreign = "servers: [{url: 'https://api.example.com'}]", Denied = "servers: [{url: 'https://api.evolink.ai'}]\nx-evolink-conventions: false";
        const string Marked = "{type: array, items: {type: string, x-evolink-media: {kind: image}}}";

        Assert.True(IsValid(Document(Foreign, "image_urls", List), "image_urls", List));
        Assert.True(IsValid(Document(Denied, "image_urls", List), "image_urls", List));
        Assert.False(IsValid(Document(Foreign, "source", Marked), "source", Marked));
        Assert.False(IsValid(Document(Foreign, "source", "{type: string, x-evolink-media: {}}"), "source", ""));
    }

    [Fact]
    public void WhatAFileHasToBe_StandsInTheDocs()
    {
        const string Media = "{kind: image, formats: [jpg, png], maxBytes: 10485760, minSide: 300, maxSide: 6000, minAspect: 0.4, maxAspect: 2.5}";
        string code = GeneratorHarness.Run(("spec.yaml", Document("", "photo", $"{{type: string, format: uri, x-evolink-media: {Media}}}"))).AssertNoDiagnostics().Files["SpecRequest.g.cs"];

        Assert.Contains("A public URL of an image (jpg, png; at most 10 MB; 300 to 6000 pixels a side; 0.4 to 2.5 wide for 1 high); a local file has to be uploaded first.", Regex.Replace(code, "\n *///", ""), StringComparison.Ordinal);
        Assert.Contains("[global::Evolink.MediaUrl]", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{type: string, x-evolink-media: {kind: smell}}")]
    [InlineData("{type: string, x-evolink-media: {formats: jpg}}")]
    [InlineData("{type: string, x-evolink-media: {maxBytes: 0}}")]
    [InlineData("{type: string, x-evolink-media: {maxBites: 1}}")]
    [InlineData("{type: string, x-evolink-media: image}")]
    [InlineData("{type: integer, x-evolink-media: {kind: image}}")]
    public void AnExtensionOfAnotherForm_IsReported(string schema) =>
        Assert.Equal("EVO1016", Assert.Single(GeneratorHarness.Run(("spec.yaml", Document("", "source", schema))).Diagnostics).Id);

    private static string Document(string servers, string name, string schema) => $$"""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        {{servers}}
        paths:
          /v1/things:
            put:
              operationId: putThing
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        {{name}}: {{schema}}
              responses:
                '204': {description: d}
        """;

    private static bool IsValid(string document, string name, string schema)
    {
        string value = schema.Contains("array", StringComparison.Ordinal) ? $"[\"{Unreachable}\"]"
            : schema.Contains("object", StringComparison.Ordinal) ? "{\"image1\":\"" + Unreachable + "\"}" : $"\"{Unreachable}\"";
        Type type = GeneratorHarness.Run(("spec.yaml", document)).Load().GetType("Evolink.SpecRequest")!;
        object?[] results = [null];
        bool isValid = (bool)type.GetMethod("TryValidate")!.Invoke(JsonSerializer.Deserialize("{\"" + name + "\":" + value + "}", type), results)!;
        Assert.All((IReadOnlyList<ValidationResult>)results[0]!, result => Assert.Contains("uploaded first", result.ErrorMessage, StringComparison.Ordinal));
        return isValid;
    }
}
