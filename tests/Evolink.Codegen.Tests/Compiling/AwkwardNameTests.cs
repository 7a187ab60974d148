using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Compiling;

/// <summary>Names that C#, the framework, the runtime or the emitted code use already.</summary>
public sealed class AwkwardNameTests
{
    private static readonly string[] s_names =
    [
        // Keywords, and words that are keywords somewhere.
        "class", "namespace", "event", "void", "record", "required", "field", "value", "var", "dynamic", "await", "file", "global", "init", "string", "object", "int",
        // No beginning of a name, or none of a name at all.
        "1", "2fast", "3.5", "_", "__", "-", "😀", "😀😀", "$", "", " ", "a😀b",
        // Other scripts.
        "日本語", "Ünïcödé", "Ελληνικά", "עברית", "हिन्दी", "ß", "İi", "ǆ",
        // Members of every object, record, enum, union and request.
        "Equals", "GetHashCode", "GetType", "ToString", "Clone", "Deconstruct", "EqualityContract", "PrintMembers", "MemberwiseClone", "Finalize",
        "AdditionalProperties", "Validate", "TryValidate", "Validate", "ReadFrom", "WriteTo", "Operation", "Value", "Known", "IsSet",
        // Types of the framework.
        "Task", "Uri", "Stream", "Environment", "Program", "System", "Microsoft", "List", "Exception", "Attribute", "JsonElement", "CancellationToken", "Boolean", "Nullable", "Type",
        // Types of the runtime and of the client itself.
        "Evolink", "GenerationRequest", "EvolinkClient", "EvolinkApi", "EvolinkJson", "EvolinkRequests", "EvolinkClientServices", "EvolinkClientBase", "EvolinkOptions", "JsonRead", "ApiCall", "GenerationStatus", "GenerationTask", "SchemaValidationContext",
        // Names that the emitted code makes of others.
        "Thing", "PutThing", "putThingRequest", "PutThingResponse", "ThingsClient", "Spec", "SpecRequest", "SpecRequestJsonConverter", "additional", "reader", "writer", "failures", "request", "cancellationToken", "_pipeline", "s_pattern1", "_value", "descriptor",
    ];

    [Fact]
    public void AnyName_ForEverythingThatHasOne_Compiles() =>
        Generation.AssertAllCompile(s_names.Select((name, index) => GeneratorHarness.Run(
            new ProjectOptions(ns: "N" + index), (name + ".yaml", Everywhere(name)), ("query.yaml", Yaml.Query))));

    [Theory]
    [InlineData("Evolink")]
    [InlineData("GenerationRequest")]
    [InlineData("EvolinkClient")]
    [InlineData("EvolinkApi")]
    [InlineData("ApiOperation")]
    [InlineData("JsonRead")]
    [InlineData("PatternAttribute")]
    [InlineData("SubschemaValidator")]
    [InlineData("Task")]
    [InlineData("System")]
    public void ATypeOfTheRuntime_AsANameInItsOwnNamespace_Compiles(string name) =>
        GeneratorHarness.Run((name + ".yaml", Everywhere(name)), ("query.yaml", Yaml.Query)).AssertCompiles();

    [Fact]
    public void AnyName_AsNamespaceAndClient_CompilesOrIsRefused() =>
        Generation.AssertAllCompile(s_names.Select((name, index) => GeneratorHarness.Run(
            new ProjectOptions(ns: $"N{index}.{name}", client: name), ("spec.yaml", Yaml.Create("a: {type: string}")), ("query.yaml", Yaml.Query)))
            .Where(generation => generation.Diagnostics.All(diagnostic => diagnostic.Id != "EVO2001")));

    [Fact]
    public void NamesThatDifferByCaseAlone_AreToldApart()
    {
        Generation generation = GeneratorHarness.Run(
            ("a/spec.yaml", Yaml.Thing("type: object\nproperties: {foo: {type: string}, Foo: {type: string}, FOO: {type: string}, fOO: {$ref: '#/components/schemas/thing'} }", "thing: {type: object, properties: {a: {type: string} } }\nTHING: {type: string, enum: [a, A, á, Á]}")),
            ("b/SPEC.yaml", Yaml.Thing("type: object\nproperties: {x: {type: string, enum: [on, On, ON]} }")));

        generation.AssertCompiles();
        Assert.Equal(generation.Files.Count, generation.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void NamesOfAnyLength_Compile()
    {
        string name = string.Concat(Enumerable.Repeat("very_long_", 200));
        GeneratorHarness.Run((name + ".yaml", Everywhere(name))).AssertCompiles();
    }

    [Fact]
    public void InlineObjects_NestedDeeply_Compile()
    {
        string schema = string.Concat(Enumerable.Repeat("{type: object, properties: {a_name_of_some_length: ", 45)) + "{type: string}" + string.Concat(Enumerable.Repeat(" } }", 45));
        GeneratorHarness.Run(("deep.yaml", Yaml.Thing($"type: object\nproperties: {{first: {schema} }}"))).AssertCompiles();
    }

    private static string Everywhere(string name)
    {
        string quoted = System.Text.Json.JsonSerializer.Serialize(name);
        string reference = System.Text.Json.JsonSerializer.Serialize("#/components/schemas/" + Uri.EscapeDataString(name));
        return $$"""
            openapi: 3.1.0
            info: {title: t, version: '1'}
            servers: [{url: https://api.example.com}]
            paths:
              {{System.Text.Json.JsonSerializer.Serialize($"/v1/{name}/{{id}}")}}:
                put:
                  operationId: {{quoted}}
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer} }
                    - {name: {{quoted}}, in: query, schema: {type: string, enum: [{{quoted}}]} }
                  requestBody: {content: {application/json: {schema: {$ref: {{reference}} } } } }
                  responses:
                    '200': {description: d, content: {application/json: {schema: {$ref: {{reference}} } } } }
              /v1/things:
                post:
                  operationId: putThing
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Create'} } } }
                  responses:
                    '200': {description: d, content: {application/json: {schema: {type: object, properties: {id: {type: string}, status: {type: string}, {{quoted}}: {type: integer} } } } } }
            components:
              schemas:
                Create:
                  type: object
                  required: [{{quoted}}]
                  properties:
                    {{quoted}}: {type: integer, const: 3}
                {{quoted}}:
                  type: object
                  required: [{{quoted}}]
                  properties:
                    {{quoted}}: {type: integer, minimum: 1}
                    kind: {type: string, enum: [{{quoted}}, other]}
                    either: {oneOf: [{type: integer}, {type: string, pattern: a}]}
                    inner: {type: object, properties: {{{quoted}}: {type: string, pattern: b} }, minProperties: 1, additionalProperties: false}
                    again: {$ref: {{reference}} }
                  dependentRequired: {{{quoted}}: [kind]}
                  anyOf: [{required: [{{quoted}}]}, {required: [kind]}]
            """;
    }
}
