using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Compiling;

/// <summary>Shapes of schemas and operations at which an emitter could stumble; a request and an answer of each.</summary>
public sealed class AwkwardShapeTests
{
    public static TheoryData<string, string> Schemas => new()
    {
        {
            "constants of every kind",
            """
            type: object
            required: [i, l, d, b, s, u, e, n]
            properties:
              i: {type: integer, const: 5}
              l: {type: integer, const: 5000000000}
              d: {type: number, const: 1.50}
              b: {type: boolean, const: true}
              s: {type: string, enum: [only]}
              u: {type: string, format: uri, const: 'https://example.com/'}
              e: {const: 1e3}
              n: {type: number, enum: [5]}
              o: {type: integer, const: 7}
            """
        },
        {
            "enums of numbers in every notation, and with what is none",
            """
            type: object
            required: [a, b, c, d]
            properties:
              a: {type: integer, enum: [1.0, 2e2, -3]}
              b: {type: number, enum: [0.5, 1, 1e300, 1e999, 1.0]}
              c: {type: integer, enum: [9223372036854775807, 99999999999999999999, 4294967295]}
              d: {type: number, enum: [true, 1.5, text, [1], {a: 1}, null]}
              e: {type: integer, enum: ['4', '6']}
              f: {type: string, enum: [720, 1080]}
              g: {enum: [1, two, true, null, 2.5]}
              h: {enum: [null]}
              i: {type: [string, 'null'], enum: [null]}
              j: {type: boolean, enum: [true]}
              k: {type: array, enum: [[1], [2]]}
              l: {enum: []}
            """
        },
        {
            "required members that may be null",
            """
            type: object
            required: [a, b, c, d, e, f, g, h, i, j]
            properties:
              a: {type: [string, 'null']}
              b: {type: [integer, 'null'], minimum: 0}
              c: {type: [array, 'null'], items: {type: [integer, 'null']}, maxItems: 3}
              d: {type: [object, 'null'], properties: {x: {type: string}}}
              e: {type: [string, 'null'], enum: [p, q, null]}
              f: {type: [object, 'null'], additionalProperties: {type: [number, 'null']}}
              g: {anyOf: [{type: integer}, {type: string}, {type: 'null'}]}
              h: {}
              i: {type: [string, 'null'], format: date-time}
              j: {type: [boolean, 'null']}
            """
        },
        {
            "required scalars of every type",
            """
            type: object
            required: [a, b, c, d, e, f, g, h, i, j, k, l, m]
            properties:
              a: {type: boolean}
              b: {type: integer, format: int32, multipleOf: 0.5}
              c: {type: integer, exclusiveMinimum: 1.5, exclusiveMaximum: 1e30, multipleOf: 3}
              d: {type: number, minimum: -1e308, maximum: 1e999, multipleOf: 0.01}
              e: {type: number, format: decimal, minimum: 0.1, exclusiveMaximum: 99.99, multipleOf: 0.1, enum: [0.1, 0.2]}
              f: {type: string, format: date-time, minLength: 3, pattern: '^2'}
              g: {type: string, format: date}
              h: {type: string, format: uuid, pattern: '^a'}
              i: {type: string, format: byte, maxLength: 5}
              j: {type: string, format: uri, pattern: '^https:', minLength: 1, maxLength: 5}
              k: {type: string, format: uri-reference}
              l: {type: string, format: email, pattern: '\d+'}
              m: {type: string, format: binary}
            """
        },
        {
            "containers in containers",
            """
            type: object
            required: [aa, mm]
            properties:
              aa: {type: array, items: {type: array, items: {type: integer, minimum: 1}, uniqueItems: true}}
              am: {type: array, items: {type: object, additionalProperties: {type: string, maxLength: 2}}}
              ma: {type: object, additionalProperties: {type: array, items: {type: string, enum: [x, y]}}}
              mm: {type: object, additionalProperties: {type: object, additionalProperties: {type: boolean}}, minProperties: 1}
              ao: {type: array, items: {type: object, properties: {x: {type: string}}}}
              mo: {type: object, additionalProperties: {type: object, properties: {x: {type: string}}}, propertyNames: {pattern: '^a', maxLength: 3}}
              au: {type: array, items: {oneOf: [{type: integer}, {type: string}]}, minItems: 1}
              an: {type: array, items: {type: [integer, 'null']}}
              as: {type: array, items: {type: [string, 'null'], enum: [a, null]}}
              ad: {type: array, items: {type: string, format: date-time}, uniqueItems: true}
              aj: {type: array, items: {}, contains: {type: integer}}
              at: {type: array, prefixItems: [{type: string}], items: false}
              af: {type: array, items: true}
              mb: {type: object, additionalProperties: {type: string, format: byte}}
              pp: {type: object, patternProperties: {'^a': {type: integer}}, additionalProperties: false}
            """
        },
        { "an object of nothing", "type: object\nadditionalProperties: false" },
        { "an object that only requires", "type: object\nrequired: [a, b]" },
        { "typed members without a name", "type: object\nproperties: {a: {type: string}}\nadditionalProperties: {type: integer, minimum: 1}" },
        { "typed members without a name: lists", "type: object\nproperties: {a: {type: string}}\nadditionalProperties: {type: array, items: {type: string}}" },
        { "typed members without a name: objects", "type: object\nproperties: {a: {type: string}}\nadditionalProperties: {type: object, properties: {b: {type: integer}}}" },
        { "typed members without a name: enums", "type: object\nproperties: {a: {type: string}}\nadditionalProperties: {type: string, enum: [a, b]}" },
        { "typed members without a name: nullable", "type: object\nproperties: {a: {type: string}}\nadditionalProperties: {type: [integer, 'null']}" },
        { "deprecated members", "type: object\nrequired: [a, c]\nproperties: {a: {type: string, deprecated: true}, b: {type: integer, deprecated: true}, c: {const: x, deprecated: true}}" },
        { "a tree", "type: object\nrequired: [children]\nproperties: {children: {type: array, items: {$ref: '#/components/schemas/Thing'}}, parent: {$ref: '#/components/schemas/Thing'}, map: {type: object, additionalProperties: {$ref: '#/components/schemas/Thing'}}}" },
        { "an object or a string", "type: [object, string]\nproperties: {a: {type: [object, string], properties: {b: {type: integer}}, pattern: x}}" },
        { "a union of everything", "anyOf: [{type: boolean}, {type: integer}, {type: string, maxLength: 3}, {type: array, items: {type: string}}, {type: object, properties: {a: {type: string}}}]" },
        { "a union that holds itself", "anyOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Thing'}}, {type: object, additionalProperties: {$ref: '#/components/schemas/Thing'}}]" },
        { "alternatives of any JSON", "type: object\nrequired: [a]\nproperties: {a: {anyOf: [{not: {const: 1}}, {minLength: 3}]}, b: {oneOf: [{minimum: 1}, {maxItems: 2}], not: {type: string}}}" },
        { "a number that a branch forbids", "type: object\nproperties: {a: {type: number, allOf: [{if: {maximum: 1}, then: false}]}, b: {type: integer, if: {minimum: 1}, else: false}}" },
        { "a choice that is among its own choices", "oneOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {b: {type: integer}}, required: [b]}]" },
        { "a choice that is among its own choices' choices", "oneOf: [{oneOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {c: {type: string}}, required: [c]}]}, {type: object, properties: {b: {type: integer}}, required: [b]}]" },
        { "a union of objects", "oneOf: [{type: object, properties: {a: {type: string}}, required: [a]}, {type: object, properties: {b: {type: integer}}, required: [b]}]" },
        { "allOf with a member's schema twice", "allOf: [{type: object, properties: {a: {type: string, maxLength: 5}}}, {properties: {a: {minLength: 1}}, required: [a]}]\nproperties: {a: {pattern: x}}" },
        { "allOf that leads back", "allOf: [{$ref: '#/components/schemas/Thing'}]\ntype: object\nproperties: {a: {$ref: '#/components/schemas/Thing'}}" },
        {
            "conditions in conditions",
            """
            type: object
            properties:
              a: {type: string, not: {enum: [x]}, anyOf: [{pattern: a}, {pattern: b}]}
              b: {type: integer, oneOf: [{minimum: 5}, {maximum: 1}], not: {const: 3}}
              c: {type: array, items: {type: string}, not: {maxItems: 1}, if: {minItems: 3}, then: {uniqueItems: true}, else: {items: {minLength: 2}}}
              d: {type: object, properties: {x: {type: string}}}
              e: {oneOf: [{type: integer}, {type: string}]}
              f: {type: [boolean, 'null'], not: {const: true}}
              g: {type: string, enum: [p, q], not: {const: p}}
              h: {type: object, additionalProperties: {type: integer}, not: {minProperties: 3}}
              i: {type: string, format: date-time, not: {const: x}}
              j: {type: number, format: decimal, not: {const: 0.5}}
            if: {properties: {a: {const: y}, d: {properties: {x: {const: z}}}, e: {type: integer}}, required: [a]}
            then: {required: [b], properties: {d: {required: [x]}, g: {const: q}, i: {not: {}}}}
            else: {not: {required: [h]}}
            dependentRequired: {a: [b, c], missing: [a]}
            dependentSchemas: {b: {properties: {c: {minItems: 2, items: {maxLength: 2}}}}}
            minProperties: 1
            maxProperties: 9
            x-evolink-max-items-total: [{of: [c], max: 3}]
            """
        },
        { "boolean schemas", "type: object\nproperties: {a: true, b: false, c: {not: {}}, d: {type: array, items: false}, e: {additionalProperties: false, type: object}}" },
        { "a name given twice over", "type: object\nproperties: {a_b: {type: integer}, aB: {type: integer}, a-b: {type: integer}, AB: {type: integer}}\nrequired: [a_b, aB, a-b, AB]" },
        { "read and write only", "type: object\nproperties: {a: {type: string, readOnly: true}, b: {type: string, writeOnly: true}}\nrequired: [a, b]" },
        { "defaults and examples of another kind", "type: object\nproperties: {a: {type: integer, default: many, example: [1]}, b: {type: string, default: {x: 1}, examples: {y: 2}}}" },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void AShape_AsRequestAndAsAnswer_Compiles(string name, string schema)
    {
        Assert.NotEmpty(name);
        // Once as the body of a PUT and once within the request of a task.
        GeneratorHarness.Run(
            ("put.yaml", Yaml.Thing(schema)),
            ("create.yaml", Yaml.Create("thing: {$ref: '#/components/schemas/Thing'}", "thing", Schema(schema))),
            ("query.yaml", Yaml.Query)).AssertCompiles();
    }

    [Fact]
    public void TheShapes_OfOneNameInManySpecs_Unite()
    {
        // The same answer described in thirty ways: whatever unites or does not, the client compiles.
        Generation generation = GeneratorHarness.Run(Schemas.Select((row, index) => ($"spec{index:00}.yaml", Yaml.Thing(row.Data.Item2))));
        generation.AssertCompiles();
        Assert.All(generation.Diagnostics, diagnostic => Assert.DoesNotContain("AD0001", diagnostic.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void ADiscriminator_CalledLikeAnotherMember_HasANumber() => GeneratorHarness.Run(("specs/demo.yaml", Yaml.Thing(
        """
        type: object
        properties:
          at: {oneOf: [{$ref: '#/components/schemas/Typed'}, {$ref: '#/components/schemas/Plain'}], discriminator: {propertyName: '@type'}}
          cased: {oneOf: [{$ref: '#/components/schemas/Snake'}, {$ref: '#/components/schemas/Bare'}], discriminator: {propertyName: petType}}
          reserved: {oneOf: [{$ref: '#/components/schemas/Some'}, {$ref: '#/components/schemas/Others'}], discriminator: {propertyName: equals}}
        """,
        """
        Typed: {type: object, properties: {type: {type: string}}}
        Plain: {type: object, properties: {size: {type: integer}}}
        Snake: {type: object, properties: {pet_type: {type: string}}}
        Bare: {type: object, properties: {size: {type: integer}}}
        Some: {type: object, properties: {size: {type: integer}}}
        Others: {type: object, properties: {size: {type: integer}}}
        """))).AssertNoDiagnostics().AssertCompiles("""
            static class Uses
            {
                public static readonly (string?, string) At = (new Evolink.DemoTyped { Type = "t" }.Type, new Evolink.DemoTyped().Type2);
                public static readonly (string?, string) Cased = (new Evolink.DemoSnake { PetType = "t" }.PetType, new Evolink.DemoSnake().PetType2);
                public static readonly string Reserved = new Evolink.DemoSome().Equals_;
            }
            """);

    [Fact]
    public void ChoicesThatShareAChoice_AreOfItsKinds() => GeneratorHarness.Run(("specs/demo.yaml", Yaml.Thing(
        "type: object\nproperties: {outer: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}}",
        """
        A: {anyOf: [{$ref: '#/components/schemas/Shared'}]}
        B: {anyOf: [{$ref: '#/components/schemas/Shared'}, {type: boolean}]}
        Shared: {anyOf: [{type: string}, {type: integer}]}
        """))).AssertCompiles("static class Uses { public static readonly Evolink.DemoRequest[] All = [new() { Outer = 5 }, new() { Outer = \"a\" }, new() { Outer = true }]; }");

    [Fact]
    public void OtherMembers_AreNotTheItemsOfAMemberCalledAdditional() => GeneratorHarness.Run(("specs/demo.yaml", Yaml.Thing("""
        type: object
        properties: {additional: {type: array, items: {type: object, properties: {a: {type: string}}}}}
        additionalProperties: {type: object, properties: {b: {type: string}}}
        """))).AssertCompiles("""
            static class Uses
            {
                public static string? A(Evolink.Thing thing) => thing.Additional![0].A;
                public static string? B(Evolink.Thing thing) => thing.AdditionalProperties!["x"].B;
            }
            """);

    [Fact]
    public void BodiesThatCSharpCannotTellApart_HaveMethodsOfTheirOwn() => GeneratorHarness.Run(("specs/demo.yaml", Yaml.Paths("""
        /v1/a:
          post:
            operationId: add
            requestBody:
              required: true
              content:
                application/json: {schema: {type: array, items: {type: [string, 'null']}}}
                application/vnd.full+json: {schema: {type: array, items: {type: string}}}
            responses: {'204': {description: d}}
        """))).AssertNoDiagnostics().AssertCompiles("""
            static class Uses
            {
                public static System.Threading.Tasks.Task Sparse(Evolink.EvolinkClient client) => client.A.AddAsync(new string?[] { "a", null });
                public static System.Threading.Tasks.Task Full(Evolink.EvolinkClient client) => client.A.AddAsJsonAsync(new[] { "a" });
            }
            """);

    [Fact]
    public void ACreateThatIsJsonInOneFileAndBytesInAnother_IsSubmittedAsEither()
    {
        GeneratorHarness.Run(
            ("a.yaml", Create("application/json: {schema: {type: object, properties: {text: {type: string}}}}")),
            ("b.yaml", Create("application/octet-stream: {}"))).AssertCompiles("""
                static class Uses
                {
                    public static System.Threading.Tasks.Task Json(Evolink.EvolinkClient client) => client.SubmitCreateAsync("o", new Evolink.ARequest { Text = "t" });
                    public static System.Threading.Tasks.Task Bytes(Evolink.EvolinkClient client) => client.SubmitCreateAsync("o", System.IO.Stream.Null);
                }
                """);

        static string Create(string content) => Yaml.Paths("""
            /v1/owners/{owner}/jobs:
              post:
                operationId: create
                parameters: [{name: owner, in: path, required: true, schema: {type: string}}]
                requestBody: {required: true, content: {CONTENT}}
                responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}}
            /v1/jobs/{id}:
              get:
                operationId: query
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}}
            """.Replace("CONTENT", content, StringComparison.Ordinal), "Job: {type: object, properties: {id: {type: string}, status: {type: string, enum: [pending, completed, failed]}}}");
    }

    public static TheoryData<string, string> Operations => new()
    {
        { "no answer", "/v1/a:\n  delete: {operationId: a, responses: {'204': {description: d}}}" },
        { "only a default answer", "/v1/a:\n  get: {operationId: a, responses: {default: {description: d, content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}}" },
        { "no answers at all", "/v1/a:\n  get: {operationId: a}" },
        { "answers that are no objects", "/v1/a:\n  get: {operationId: a, responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {type: integer}}}}}}}\n/v1/b:\n  get: {operationId: b, responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}}}\n/v1/c:\n  get: {operationId: c, responses: {'200': {description: d, content: {application/json: {schema: {}}}}}}\n/v1/d:\n  get: {operationId: d, responses: {'200': {description: d, content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}}}}\n/v1/e:\n  get: {operationId: e, responses: {'200': {description: d, content: {application/json: {schema: {type: boolean}}}}}}\n/v1/f:\n  get: {operationId: f, responses: {'200': {description: d, content: {application/json: {schema: {oneOf: [{type: integer}, {type: string}]}}}}}}\n/v1/g:\n  get: {operationId: g, responses: {'200': {description: d, content: {application/json: {schema: {type: [integer, 'null']}}}}}}" },
        { "every kind of parameter", "/v1/{a}/{b}/{c}/{d}/{e}:\n  get:\n    operationId: a\n    parameters:\n      - {name: a, in: path, required: true, schema: {type: string}}\n      - {name: b, in: path, required: true, schema: {type: integer}}\n      - {name: c, in: path, required: true, schema: {type: boolean}}\n      - {name: d, in: path, required: true, schema: {type: string, enum: [x, y]}}\n      - {name: e, in: path, required: true, schema: {oneOf: [{type: integer}, {type: string}]}}\n      - {name: f, in: query, schema: {type: string, format: uri}}\n      - {name: g, in: query, schema: {type: string, format: date-time}}\n      - {name: h, in: query, schema: {type: string, format: date}}\n      - {name: i, in: query, schema: {type: string, format: uuid}}\n      - {name: j, in: query, schema: {type: number}}\n      - {name: k, in: query, schema: {type: number, format: decimal}}\n      - {name: l, in: query, schema: {type: boolean}}\n      - {name: m, in: query, schema: {type: string, enum: [x]}}\n      - {name: n, in: header, schema: {type: integer}}\n      - {name: o, in: cookie, schema: {type: string}}\n      - {name: p, in: query, schema: {type: array, items: {type: string}}}\n      - {name: q, in: query}\n      - {name: request, in: query, required: true, schema: {type: integer}}\n      - {name: cancellationToken, in: query, schema: {type: integer}}\n      - {name: F, in: query, schema: {type: integer}}\n      - {name: r, in: query, required: true, content: {application/json: {schema: {type: string}}}}\n      - {name: s, in: query, schema: {type: [integer, string, 'null']}}\n      - {name: t, in: header, required: true, schema: {type: string, enum: [x, y]}}" },
        { "several bodies, and none that is JSON", "/v1/a:\n  post: {operationId: a, requestBody: {content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}\n  put: {operationId: b, requestBody: {content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}\n  patch: {operationId: c, requestBody: {content: {multipart/form-data: {schema: {type: object}}}}}\n  delete: {requestBody: {content: {application/json: {schema: {type: array, items: {type: string}}}}}}\n  options: {requestBody: {content: {application/json: {schema: {oneOf: [{type: integer}, {type: string}]}}}}}\n  head: {operationId: b}\n  trace: {operationId: b}" },
        { "no ids, one id for many, no path", "/:\n  get: {}\n/v1:\n  get: {}\n/v1/{a}:\n  get: {parameters: [{name: a, in: path, required: true, schema: {type: string}}]}\n/v2/x:\n  get: {operationId: same}\n  put: {operationId: same}\n/v2/y:\n  get: {operationId: Same}\n/v2/dispose:\n  get: {operationId: dispose}\n/v2/evolink-api:\n  get: {operationId: evolinkApi}\n/v2/pipeline/{b}:\n  get: {operationId: descriptor}" },
        { "tasks by two ways and an answer that is not one", "/v1/videos/generations:\n  post: {operationId: a, requestBody: {content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}, responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {id: {type: string}, status: {type: string}}}}}}}}\n/v1/images/generations:\n  post: {operationId: a, requestBody: {content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}, responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {id: {type: string}, status: {type: string}}}}}}}}\n/v1/tasks/{id}:\n  get: {operationId: b, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: d, content: {application/json: {schema: {oneOf: [{type: string}, {type: object, properties: {id: {type: string}, status: {type: string}}}]}}}}}}" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operations_OfEveryForm_Compile(string name, string paths)
    {
        Assert.NotEmpty(name);
        GeneratorHarness.Run(("a.yaml", Yaml.Paths(paths)), ("b.yaml", Yaml.Paths(paths))).AssertCompiles();
    }

    [Fact]
    public void ParametersOfOneOperation_InSeveralSpecs_AreToldApart() => GeneratorHarness.Run(
        ("a.yaml", Yaml.Paths("/v1/a:\n  get: {operationId: a, parameters: [{name: page_size, in: query, schema: {type: integer}}]}")),
        ("b.yaml", Yaml.Paths("/v1/a:\n  get: {operationId: a, parameters: [{name: pageSize, in: query, required: true, schema: {type: string}}]}"))).AssertNoDiagnostics().AssertCompiles();

    private static string Schema(string schema) => "Thing:\n" + string.Join("\n", schema.Split('\n').Select(line => "  " + line));
}
