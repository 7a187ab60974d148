using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>A parameter whose type has the name of another kind of type in another specification.</summary>
public sealed class ReplacedParameterTests
{
    [Theory]
    [InlineData("{type: object, properties: {x: {type: string}}}")]
    [InlineData("{oneOf: [{type: integer}, {type: boolean}]}")]
    public async Task AParameterWhoseTypeIsTaken_IsAText(string other)
    {
        Generation generation = GeneratorHarness.Run(
            ("a.yaml", """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                servers: [{url: https://api.example.com}]
                paths:
                  /first: {get: {operationId: first, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Status'}}}}}}}
                components: {schemas: {Status: OTHER }}
                """.Replace("OTHER", other, StringComparison.Ordinal)),
            ("b.yaml", """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                servers: [{url: https://api.example.com}]
                paths:
                  /second:
                    get:
                      operationId: second
                      parameters:
                        - {name: status, in: query, schema: {$ref: '#/components/schemas/Status'}}
                        - {name: all, in: query, schema: {type: array, items: {$ref: '#/components/schemas/Status'}}}
                      responses: {'204': {description: d}}
                components: {schemas: {Status: {type: string, enum: ['on', 'off']}}}
                """));
        Consumer own = Consumer.Create(generation, """public static Task Second(EvolinkClient client) => client.Second.SecondAsync(status: "on", all: "off");""");

        Sent sent = await own.SendAsync("Second", static () => new HttpResponseMessage(HttpStatusCode.NoContent));

        Assert.Equal("?status=on&all=off", sent.Uri.Query);
    }
}
