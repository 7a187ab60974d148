using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

public class ReferenceTests
{
    [Theory]
    [InlineData("'#/components/schemas/None'", "EVO1005", "leads nowhere")]
    [InlineData("'#Anchor'", "EVO1005", "leads nowhere")]
    [InlineData("'#'", "EVO1005", "leads nowhere")]
    [InlineData("5", "EVO1005", "has to be a string")]
    [InlineData("'other.yaml#/components/schemas/Thing'", "EVO1008", "out of this document")]
    [InlineData("https://example.com/a.json", "EVO1008", "out of this document")]
    [InlineData("Thing", "EVO1008", "out of this document")]
    public void AReferenceThatCannotBeFollowed_IsReportedAndKept(string reference, string id, string said)
    {
        SpecDocument document = Spec.ReadSchema($"items:\n  $ref: {reference}");

        Assert.Contains(said, document.Diagnostics.AssertOne(id, 8, 15).Message);
        Assert.True(document.Thing()["items"]!.Has("$ref"));
        Assert.Null(document.Resolve(document.Thing()["items"]!));
    }

    [Fact]
    public void AReferenceToAnotherKindOfThing_IsReported()
    {
        SpecDocument document = Spec.ReadSchema("items:\n  $ref: '#/info'");

        Assert.Contains("the Schema that is due", document.Diagnostics.AssertOne("EVO1005", 8, 15).Message);
    }

    [Fact]
    public void ACircleOfReferencesAlone_IsReportedOnce()
    {
        SpecDocument document = Spec.Read("""
            openapi: 3.1.0
            components:
              schemas:
                In: {$ref: '#/components/schemas/A'}
                A: {$ref: '#/components/schemas/B'}
                B: {$ref: '#/components/schemas/A'}
                Self: {$ref: '#/components/schemas/Self'}
            """);

        Assert.Equal([("EVO1005", 4), ("EVO1005", 7)], document.Diagnostics.Select(found => (found.Id, found.Line)));
        Assert.Null(document.Resolve(document.Root!.At("/components/schemas/B")!));
    }

    [Fact]
    public void ARecursiveSchema_IsFine()
    {
        SpecDocument document = Spec.ReadSchema("properties: {next: {$ref: '#/components/schemas/Thing'}}");

        Assert.Empty(document.Diagnostics);
        Assert.Same(document.Thing(), document.Resolve(document.Thing().At("/properties/next")!));
    }

    [Fact]
    public void AReferenceMayLeadToAnySchemaOfTheDocument() =>
        Assert.Empty(Spec.ReadSchema("properties:\n  a~/ b: {}\n  c: {$ref: '#/components/schemas/Thing/properties/a~0~1%20b'}").Diagnostics);

    [Fact]
    public void WhatLooksLikeAReferenceInAnExample_IsNone() =>
        Assert.Empty(Spec.ReadSchema("example: {$ref: nowhere}\nproperties: {$ref: {type: string}}\ndefault: {$ref: 5}").Diagnostics);

    [Fact]
    public void AReferenceInJson_IsLocatedToo() =>
        Spec.Read("{\"openapi\": \"3.1.0\",\n \"components\": {\"schemas\": {\"A\": {\"$ref\": \"#/nope\"}}}}", "spec.json").Diagnostics.AssertOne("EVO1005", 2, 43);

    [Fact]
    public void OperationsSeeTheTargetsOfTheirReferences()
    {
        SpecDocument document = Spec.Read("""
            openapi: 3.1.0
            paths:
              /a:
                get:
                  parameters:
                  - $ref: '#/components/parameters/P'
                  - $ref: '#/paths/~1b/get/parameters/0'
                  - $ref: '#/components/parameters/None'
                  - $ref: 'x.yaml#/P'
                  requestBody: {$ref: '#/components/requestBodies/B'}
                  responses: {'200': {$ref: '#/components/responses/R'}}
              /b:
                get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}
              /c: {$ref: '#/components/pathItems/I'}
            components:
              parameters: {P: {name: p, in: query, schema: {}}}
              requestBodies: {B: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}
              responses: {R: {$ref: '#/components/responses/R2'}, R2: {description: two}}
              pathItems: {I: {get: {operationId: viaI, responses: {}}}}
              schemas: {S: {}}
            """);

        Assert.Equal([("EVO1005", 8), ("EVO1008", 9)], document.Diagnostics.Select(found => (found.Id, found.Line)));
        var operations = OperationReader.Read(document).ToList();
        OperationNode operation = operations.Single(operation => operation is { Path: "/a", Method: "GET" });
        Assert.Equal(["p", "q"], operation.Parameters().Select(parameter => parameter["name"]!.Text));
        Assert.Equal("application/json", Assert.Single(document.Resolve(operation.Node["requestBody"]!)!["content"]!.Members).Name);
        Assert.Equal("two", document.Resolve(operation.Node["responses"]!["200"]!)!["description"]!.Text);
        Assert.Equal("viaI", Assert.Single(operations, operation => operation.Path == "/c").Id);
    }

    [Fact]
    public void AParameterWhoseReferencesGoInACircle_IsLeftOut()
    {
        SpecDocument document = Spec.Read("""
            openapi: 3.1.0
            paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/P'}], responses: {}}}}
            components: {parameters: {P: {$ref: '#/components/parameters/Q'}, Q: {$ref: '#/components/parameters/P'}}}
            """);

        document.Diagnostics.AssertOne("EVO1005", 2, 40);
        Assert.Empty(Assert.Single(OperationReader.Read(document)).Parameters());
    }
}
