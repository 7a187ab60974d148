using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Capabilities.Webhooks;

/// <summary>Documents without operations: their types are what receivers of webhooks read.</summary>
public sealed class WebhookTests
{
    private const string Hooks = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        webhooks:
          parcelShipped:
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, weight]
                      properties: {id: {type: string}, weight: {type: integer}, state: {type: string, enum: [sent, back]}}
              responses: {'200': {description: d}}
          parcel.lost:
            post:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Loss'}}}}
              responses: {'200': {description: d}}
        components:
          schemas:
            Loss: {type: object, properties: {place: {$ref: '#/components/schemas/Place'}}}
            Place: {type: object, properties: {town: {type: string}}}
            Note: {type: string}
        """;

    [Fact]
    public void WhatWebhooksSend_IsReadAndWritten()
    {
        Generation generation = GeneratorHarness.Run(("hooks.yaml", Hooks)).AssertNoDiagnostics();

        Assert.Equal(["EvolinkJson.g.cs", "Loss.g.cs", "ParcelShippedPayload.g.cs", "ParcelShippedPayloadState.g.cs", "Place.g.cs"], generation.Files.Keys);
        Type own = generation.Load("""
            using System.Text.Json;
            using Evolink;
            #pragma warning disable CS1591
            public static class Own
            {
                public static string Read()
                {
                    ParcelShippedPayload shipped = JsonSerializer.Deserialize<ParcelShippedPayload>("{\"id\": \"p1\", \"weight\": \"heavy\", \"state\": \"burnt\"}")!;
                    Loss loss = JsonSerializer.Deserialize<Loss>("{\"place\": {\"town\": \"Ulm\", \"zip\": 89073}}", new JsonSerializerOptions { TypeInfoResolver = EvolinkJson.Resolver })!;
                    return $"{shipped.Id} {shipped.Weight} {shipped.State!.Value.Value} {loss.Place!.Town} {JsonSerializer.Serialize(loss)}";
                }
            }
            """).GetType("Own", throwOnError: true)!;
        Assert.Equal("p1  burnt Ulm {\"place\":{\"town\":\"Ulm\",\"zip\":89073}}", own.GetMethod("Read")!.Invoke(null, null));
    }

    [Fact]
    public void ADocumentOfSchemasAlone_IsItsTypes() => Assert.Equal(
        ["A.g.cs", "B.g.cs", "C.g.cs", "EvolinkJson.g.cs"],
        GeneratorHarness.Run(("types.yaml", """
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                A: {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}
                B: {type: string, enum: [x, y]}
                Cs: {type: array, items: {$ref: '#/components/schemas/C'}}
                C: {oneOf: [{type: string}, {type: integer}]}
            """)).AssertNoDiagnostics().Files.Keys);

    [Fact]
    public void BesideAClient_TheTypesOfAWebhooksDocument_AreTheClientsOwn()
    {
        Generation generation = GeneratorHarness.Run(
            ("hooks.yaml", Hooks), ("client.yaml", Yaml.Paths("/v1/losses: {get: {operationId: getLoss, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Loss'}}}}}}}", "Loss: {type: object, properties: {date: {type: string}}}")));

        Assert.DoesNotContain("Loss2.g.cs", generation.AssertNoDiagnostics().Files.Keys);
        Assert.Contains("ParcelShippedPayload.g.cs", generation.Files.Keys);
        Assert.Contains("? Date {", generation["Loss.g.cs"], StringComparison.Ordinal);
        Assert.Contains("? Place {", generation["Loss.g.cs"], StringComparison.Ordinal);
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData("openapi: 3.1.0\n", 1, 1, "no operations, no webhooks and no schemas")]
    [InlineData("openapi: 3.1.0\npaths: {}\n", 2, 8, "no operations, no webhooks and no schemas")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a: {summary: s}\n", 3, 3, "its paths have no operations")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a: {post: {requestBody: {content: {}}, responses: {'204': {description: d}}}}\n", 3, 3, "each of its operations is left out")]
    [InlineData("openapi: 3.1.0\ncomponents:\n  schemas:\n    A: {type: string}\n", 4, 5, "plain values")]
    [InlineData("openapi: 3.1.0\ncomponents:\n  parameters:\n    A: {name: a, in: query, schema: {type: string}}\n", 3, 3, "no schemas among its components")]
    [InlineData("openapi: 3.1.0\nwebhooks:\n  a: {post: {responses: {'200': {description: d}}}}\n", 3, 3, "webhooks send nothing")]
    public void ADocumentThatYieldsNothing_SaysWhy(string text, int line, int column, string reason)
    {
        Generation generation = GeneratorHarness.Run(("specs/a.yaml", text)).AssertNoException();

        Assert.Empty(generation.Files);
        Diagnostic found = Assert.Single(generation.Diagnostics, diagnostic => diagnostic.Id == "EVO1073");
        Assert.Equal((line, column), (found.Location.GetLineSpan().StartLinePosition.Line + 1, found.Location.GetLineSpan().StartLinePosition.Character + 1));
        Assert.Contains(reason, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void ADocumentThatCannotBeRead_SaysOnlyThat() =>
        Assert.Equal(["EVO1002"], GeneratorHarness.Run(("specs/a.yaml", "swagger: '2.0'\n")).Diagnostics.Select(found => found.Id));
}
