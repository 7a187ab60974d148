using System.Text;

namespace Evolink.Codegen.Tests.Support;

/// <summary>
/// Synthetic documents of any size: many schemas, operations, values, members, levels or branches. The same size gives the
/// same text.
/// </summary>
internal static class LargeSpec
{
    /// <summary>
    /// Requests of three properties each (a string, a bounded integer and a reference to the next), which one operation
    /// reaches through a list of references.
    /// </summary>
    public static string Schemas(int count) => Document(
        "  /v1/things:\n    put:\n      operationId: putThings\n"
        + "      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } }\n"
        + "      responses: { '204': { description: d } }\n",
        Lines(count, index => $$"""
                S{{index}}:
                  type: object
                  description: The schema number {{index}}.
                  required: [name]
                  properties:
                    name: { type: string, description: The name., minLength: 1, maxLength: 80, pattern: '^[a-z]+$' }
                    size: { type: integer, description: The size in pixels., minimum: 1, maximum: 4096 }
                    next: { $ref: '#/components/schemas/S{{(index + 1) % count}}' }
            """));

    /// <summary>Operations with a parameter, a request and an answer of their own.</summary>
    public static string Operations(int count) => Document(
        Lines(count, index => $$"""
              /v1/group{{index % 10}}/{id}/action{{index}}:
                post:
                  operationId: doAction{{index}}
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: page, in: query, schema: { type: integer } }]
                  requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
                  responses: { '200': { description: d, content: { application/json: { schema: { type: object, properties: { b: { type: integer } } } } } } }
            """),
        "    Any: {}\n");

    /// <summary>One enum of so many values.</summary>
    public static string Values(int count) => OneThing($"        kind: {{ type: string, enum: [{string.Join(", ", Enumerable.Range(0, count).Select(index => $"value-{index}"))}] }}\n");

    /// <summary>One object of so many properties.</summary>
    public static string Properties(int count) => OneThing(Lines(count, index => $"        p{index}: {{ type: string, maxLength: {index + 1} }}"));

    /// <summary>Objects within each other. The reader's budget for depth holds about sixty.</summary>
    public static string Levels(int count) =>
        OneThing($"        a: {string.Concat(Enumerable.Repeat("{ type: object, properties: { a: ", count))}{{ type: string }}{string.Concat(Enumerable.Repeat(" } }", count))}\n");

    /// <summary>One choice between so many objects, told apart by a discriminator.</summary>
    public static string Branches(int count) => Document(
        Put,
        "    Thing:\n      type: object\n      properties:\n        any:\n          discriminator: { propertyName: kind }\n          oneOf:\n"
        + Lines(count, index => $"            - $ref: '#/components/schemas/C{index}'")
        + Lines(count, index => $"    C{index}: {{ type: object, required: [kind], properties: {{ kind: {{ const: c{index} }}, m{index}: {{ type: string }} }} }}"));

    /// <summary>One choice between so many objects, told apart by a constant.</summary>
    public static string Choices(int count) => OneThing(
        "        any:\n          oneOf:\n"
        + Lines(count, index => $"            - {{ title: Choice {index}, type: object, required: [kind, a], properties: {{ a: {{ type: string }}, kind: {{ const: c{index} }} }} }}"));

    /// <summary>One choice between so many objects, told apart by what each requires for itself.</summary>
    public static string Demands(int count) => OneThing(
        "        any:\n          oneOf:\n"
        + Lines(count, index => $"            - {{ title: Demand {index}, type: object, required: [id{index}], properties: {{ id{index}: {{ type: string }}, {string.Join(", ", Enumerable.Range(0, 5).Select(member => $"a{member}: {{ type: string, maxLength: 5 }}"))} }} }}"));

    /// <summary>So many values that want one name.</summary>
    public static string Namesakes(int count) => OneThing(
        $"        kind: {{ type: string, enum: [{string.Join(", ", Enumerable.Range(0, count).Select(index => $"'a{Convert.ToString(index + 1, 2).Replace('0', '-').Replace('1', '.')}'"))}] }}\n");

    private const string Put =
        "  /v1/things:\n    put:\n      operationId: putThing\n"
        + "      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }\n"
        + "      responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }\n";

    private static string OneThing(string properties) => Document(Put, "    Thing:\n      type: object\n      properties:\n" + properties);

    private static string Document(string paths, string schemas) =>
        $"openapi: 3.1.0\ninfo: {{ title: Large, version: '1' }}\nservers: [{{ url: https://api.example.com }}]\npaths:\n{paths}components:\n  schemas:\n{schemas}";

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (int index = 0; index < count; index++)
        {
            text.Append(line(index)).Append('\n');
        }

        return text.ToString();
    }
}
