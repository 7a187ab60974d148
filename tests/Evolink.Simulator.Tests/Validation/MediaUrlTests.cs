using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

public sealed class MediaUrlTests
{
    private const string Properties = """
        "properties": {
          "image_urls": { "type": "array", "items": { "$ref": "#/$defs/link" } },
          "image_start": { "type": "string", "format": "uri" },
          "voices": { "type": "object", "additionalProperties": { "type": "string", "format": "uri" } },
          "marked": { "type": "string", "x-evolink-media": { "kind": "image" } },
          "mask_url": { "type": "string", "format": "uri", "x-evolink-media": false },
          "url": { "type": "string", "format": "uri" }
        },
        "$defs": { "link": { "type": "string", "format": "uri" } }
        """;

    private const string Vendor = """{ "servers": [{ "url": "https://api.evolink.ai" }], """ + Properties + "}";
    private const string Foreign = """{ "servers": [{ "url": "https://api.example.com" }], """ + Properties + "}";
    private const string Said = """{ "x-evolink-conventions": true, """ + Properties + "}";

    [Theory]
    [InlineData("http://localhost/a.png")]
    [InlineData("http://127.0.0.1:8080/a.png")]
    [InlineData("http://user@0177.0.0.1/a.png")]
    [InlineData("https://nas.lan/a.png")]
    [InlineData("file:///a.png")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("https:example.com/a.png")]
    public void WhatNoServerCanReach_IsRefused_WhereTheDocumentSaysThatItIsFetched(string url)
    {
        string instance = $$"""{"image_urls":["{{url}}"],"image_start":"{{url}}","voices":{"a":"{{url}}"},"marked":"{{url}}","mask_url":"{{url}}","url":"{{url}}"}""";

        Assert.Equal(["image_urls[0]", "image_start", "voices.a", "marked"], Validate(Vendor, instance));
        Assert.Equal(["image_urls[0]", "image_start", "voices.a", "marked"], Validate(Said, instance));
        Assert.Equal(["marked"], Validate(Foreign, instance));
    }

    [Theory]
    [InlineData("https://example.com/a.png")]
    [InlineData("http://user:word@example.com:8080/a.png?b#c")]
    [InlineData("http://8.8.8.8/a.png")]
    public void APublicUrl_IsAccepted(string url) => Assert.Empty(Validate(Vendor, $$"""{"image_urls":["{{url}}"],"image_start":"{{url}}","marked":"{{url}}"}"""));

    [Fact]
    public void TheCheck_CanBeLeftOut()
    {
        using JsonDocument instance = JsonDocument.Parse("""{"marked":"file:///a"}""");

        Assert.Empty(SchemaValidator.Evaluate(JsonNode.Parse(Vendor), "", instance.RootElement, new SchemaValidatorOptions { CheckMediaUrls = false }));
    }

    private static IEnumerable<string> Validate(string schema, string json)
    {
        using JsonDocument instance = JsonDocument.Parse(json);
        return [.. SchemaValidator.Evaluate(JsonNode.Parse(schema), "", instance.RootElement).Select(failure => failure.Path)];
    }
}
