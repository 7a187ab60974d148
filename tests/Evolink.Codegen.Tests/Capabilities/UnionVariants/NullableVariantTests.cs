using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.UnionVariants;

/// <summary>A variant that may also be null is a variant, in a union and under a discriminator; so is one that is any object.</summary>
public sealed class NullableVariantTests
{
    private static Consumer Own => Consumer.Create("""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /things: {get: {operationId: getThing, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}}
          /pets: {get: {operationId: getPet, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
          /values: {get: {operationId: getValue, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/AsString'}}}}}}}
        components:
          schemas:
            Thing:
              oneOf:
                - {$ref: '#/components/schemas/A'}
                - {$ref: '#/components/schemas/B'}
                - {type: object, additionalProperties: {type: string}}
            A: {type: object, nullable: true, required: [a], properties: {a: {type: string}}}
            B: {type: object, required: [b], properties: {b: {type: integer}}}
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Big%20Dog'}]
              discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Big%20Dog'}}
            Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
            Big Dog: {type: object, nullable: true, required: [kind], properties: {kind: {type: string}, name: {type: string}}}
            AsString: {oneOf: [{type: string}, {type: integer}]}
        """, """
        public static async Task<string> Thing(EvolinkClient client)
        {
            Thing thing = (await client.Things.GetThingAsync()).GetValueOrDefault();
            return thing.AsA is { } a ? $"a {a.A_}" : thing.AsB is { } b ? $"b {b.B_}" : thing.AsObject is { } map ? $"map {string.Join(",", map.Keys)}" : "none";
        }

        public static async Task<string> Pet(EvolinkClient client) => await client.Pets.GetPetAsync() is BigDog dog ? $"dog {dog.Name}" : "none";
        public static async Task<string?> Value(EvolinkClient client) => (await client.Values.GetValueAsync()).AsString;
        """);

    [Theory]
    [InlineData("Thing", """{"a":"x"}""", "a x")]
    [InlineData("Thing", """{"b":3}""", "b 3")]
    [InlineData("Thing", """{"c":"x","d":"y"}""", "map c,d")]
    [InlineData("Pet", """{"kind":"dog","name":"Rex"}""", "dog Rex")]
    [InlineData("Value", "\"v\"", "v")]
    public async Task AVariant_IsRead(string method, string response, string shown) =>
        Assert.Equal(shown, (await Own.RunAsync(method, () => Consumer.Json(response))).Result);
}
