using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

public class NormaliserTests
{
    [Theory]
    [InlineData("{type: string, nullable: true}", """{"type":["string","null"]}""")]
    [InlineData("{type: [string, integer], nullable: true}", """{"type":["string","integer","null"]}""")]
    [InlineData("{type: [string, 'null'], nullable: true}", """{"type":["string","null"]}""")]
    [InlineData("{type: [string, null]}", """{"type":["string","null"]}""")]
    [InlineData("{type: string, nullable: false}", """{"type":"string"}""")]
    [InlineData("{nullable: true, allOf: [{}]}", """{"nullable":true,"allOf":[{}]}""")]
    public void Nullable_BecomesATypeWhereThereIsOne(string schema, string normalised) => AssertNormalised(schema, normalised);

    [Theory]
    [InlineData("{properties: {a: true, b: false}}", """{"properties":{"a":{},"b":{"not":{}}}}""")]
    [InlineData("{additionalProperties: false}", """{"additionalProperties":{"not":{}}}""")]
    [InlineData("{anyOf: [true, {items: false}]}", """{"anyOf":[{},{"items":{"not":{}}}]}""")]
    public void ABooleanSchema_BecomesAnObject(string schema, string normalised) => AssertNormalised(schema, normalised);

    [Theory]
    [InlineData("{minimum: 1.50, exclusiveMinimum: true}", """{"exclusiveMinimum":1.50}""")]
    [InlineData("{maximum: 9, exclusiveMaximum: false}", """{"maximum":9}""")]
    [InlineData("{exclusiveMaximum: true}", "{}")]
    [InlineData("{minimum: 1, exclusiveMinimum: 2}", """{"minimum":1,"exclusiveMinimum":2}""")]
    public void AFlagOfOpenApi30_BecomesABound(string schema, string normalised) => AssertNormalised(schema, normalised);

    [Theory]
    [InlineData("{minLength: 1.0, maxLength: 1e2, minItems: 0}", """{"minLength":1,"maxLength":100,"minItems":0}""")]
    [InlineData("{title: 2024, description: }", """{"title":"2024"}""")]
    public void WhatCanMeanOneThingOnly_IsAccepted(string schema, string normalised) => AssertNormalised(schema, normalised);

    [Theory]
    [InlineData("{enum: [null, true, {nullable: true, minLength: x}], default: {minLength: x}, const: false}")]
    [InlineData("{example: {type: 5, properties: []}, examples: [{required: a}], x-more: {schema: true, enum: 5}}")]
    [InlineData("{properties: {enum: {type: string}, nullable: {type: string}, minLength: {}, $ref: {}, required: {}}}")]
    public void WhatIsNoSchema_IsLeftAlone(string schema)
    {
        SpecDocument document = Spec.ReadSchema(schema);

        Assert.Empty(document.Diagnostics);
        Assert.Equal(Spec.Tree("Thing: " + schema)["Thing"]!.Json(), document.Thing().Json());
    }

    [Theory]
    [InlineData("minLength", "x", "whole number", "the string \"x\"")]
    [InlineData("minLength", "1.5", "whole number", "the number 1.5")]
    [InlineData("minItems", "-1", "whole number", "the number -1")]
    [InlineData("maxLength", "1e12", "whole number", "the number 1e12")]
    [InlineData("maxLength", "1e999999999", "whole number", "1e999999999")]
    [InlineData("minimum", "'0'", "a number", "the string \"0\"")]
    [InlineData("multipleOf", "0", "above 0", "the number 0")]
    [InlineData("multipleOf", "-2", "above 0", "the number -2")]
    [InlineData("exclusiveMaximum", "[]", "a number", "an empty list")]
    [InlineData("required", "a", "list of strings", "the string \"a\"")]
    [InlineData("required", "true", "list of strings", "true")]
    [InlineData("enum", "a", "a list", "the string \"a\"")]
    [InlineData("properties", "[]", "an object", "an empty list")]
    [InlineData("properties", "", "an object", "null")]
    [InlineData("pattern", "5", "a string", "the number 5")]
    [InlineData("format", "{}", "a string", "an object")]
    [InlineData("type", "float", "integer", "the string \"float\"")]
    [InlineData("type", "[]", "integer", "an empty list")]
    [InlineData("items", "[{}]", "a schema", "a list")]
    [InlineData("allOf", "{}", "a list", "an object")]
    [InlineData("uniqueItems", "'true'", "true or false", "the string \"true\"")]
    [InlineData("nullable", "yes", "true or false", "the string \"yes\"")]
    [InlineData("dependentRequired", "[a]", "object of lists", "a list")]
    [InlineData("discriminator", "kind", "an object", "the string \"kind\"")]
    public void AKeywordOfTheWrongKind_IsDroppedWithAWarning(string keyword, string value, string allowed, string found)
    {
        SpecDocument document = Spec.ReadSchema($"description: x\n{keyword}: {value}");

        string message = document.Diagnostics.AssertOne("EVO1003", 8, value.Length == 0 ? keyword.Length + 8 : keyword.Length + 9).Message;
        Assert.Contains($"'{keyword}'", message);
        Assert.Contains(allowed, message);
        Assert.Contains(found, message);
        Assert.Equal("""{"description":"x"}""", document.Thing().Json());
        Assert.True(document.IsReadable);
    }

    [Fact]
    public void AWrongKeywordInJson_IsLocatedToo()
    {
        SpecDocument document = Spec.Read("{\"openapi\":\"3.1.0\",\n\"components\":{\"schemas\":{\"Thing\":\n {\"minLength\": \"x\"}}}}", "spec.json");

        document.Diagnostics.AssertOne("EVO1003", 3, 16);
    }

    [Theory]
    [InlineData("required: [a, 5]", """{"required":["a"]}""", 15)]
    [InlineData("allOf: [{}, 5]", """{"allOf":[{}]}""", 13)]
    [InlineData("properties: {a: {}, b: 5}", """{"properties":{"a":{}}}""", 24)]
    [InlineData("dependentRequired: {a: [b], c: d}", """{"dependentRequired":{"a":["b"]}}""", 32)]
    public void AWrongItem_IsDroppedAlone(string schema, string normalised, int column)
    {
        SpecDocument document = Spec.ReadSchema(schema);

        document.Diagnostics.AssertOne("EVO1003", 7, column + 6);
        Assert.Equal(normalised, document.Thing().Json());
    }

    [Fact]
    public void SchemasAreFoundWhereverTheyAre()
    {
        SpecDocument document = Spec.Read("""
            openapi: 3.1.0
            paths:
              /a:
                parameters:
                - {name: p, in: query, schema: {type: string, nullable: true}}
                post:
                  requestBody: {content: {application/json: {schema: {additionalProperties: {type: string, nullable: true}}}}}
                  responses:
                    200:
                      description: ok
                      headers: {X-H: {schema: {type: string, nullable: true}}}
                      content: {application/json: {example: {type: string, nullable: true}, schema: {if: {type: string, nullable: true}}}}
            components:
              parameters: {P: {name: p, in: query, content: {text/plain: {schema: {type: string, nullable: true}}}}}
              schemas: {A: {$defs: {B: {prefixItems: [{type: string, nullable: true}]}}}}
            """);

        Assert.Empty(document.Diagnostics);
        string json = document.Root!.Json();
        Assert.Equal(6, json.Split("""{"type":["string","null"]}""").Length - 1);
        Assert.Contains("""{"type":"string","nullable":true}""", json);
    }

    [Fact]
    public void PositionsAndPointers_AreKept()
    {
        SpecNode thing = Spec.ReadSchema("type: object\nproperties:\n  a: {type: string, nullable: true}\n  b: false").Thing();

        SpecNode type = thing.At("/properties/a/type")!;
        Assert.Equal((9, 19), (type.Line, type.Column));
        Assert.Equal("/components/schemas/Thing/properties/a/type/1", type.Items[1].Pointer);
        Assert.Equal((10, 12), (thing.At("/properties/b")!.Line, thing.At("/properties/b")!.Column));
    }

    private static void AssertNormalised(string schema, string normalised)
    {
        SpecDocument document = Spec.ReadSchema(schema);

        Assert.Empty(document.Diagnostics);
        Assert.Equal(normalised, document.Thing().Json());
    }
}
