namespace Evolink.Codegen.Tests.Support;

/// <summary>Small specifications: a create with one request, or any schemas as requests and answers.</summary>
internal static class Yaml
{
    /// <summary>A task-creating spec whose request has these members, given as the lines under <c>properties</c>.</summary>
    public static string Create(string properties, string required = "", string more = "") => $$"""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/videos/generations:
            post:
              operationId: createVideoGeneration
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/VideoGenerationRequest'} } }
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/VideoGenerationResponse'} } } }
        components:
          schemas:
            VideoGenerationResponse:
              type: object
              properties: {id: {type: string}, status: {type: string} }
            VideoGenerationRequest:
              type: object
              required: [{{required}}]
              properties:
        {{Indent(properties, 16)}}
        {{Indent(more, 4)}}
        """;

    /// <summary>The query that goes with <see cref="Create"/>.</summary>
    public const string Query = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/tasks/{task_id}:
            get:
              operationId: getTaskDetail
              parameters: [{name: task_id, in: path, required: true, schema: {type: string}}]
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/TaskDetailResponse'}}}}
        components:
          schemas:
            TaskDetailResponse:
              type: object
              properties:
                id: {type: string}
                status: {type: string}
                results: {type: array, items: {type: string, format: uri}}
        """;

    /// <summary>A PUT that takes and answers the schema <c>Thing</c>, with further schemas beside it.</summary>
    public static string Thing(string schema, string schemas = "") => $$"""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
          /v1/things:
            put:
              operationId: putThing
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'} } } }
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'} } } }
        components:
          schemas:
            Thing:
        {{Indent(schema, 6)}}
        {{Indent(schemas, 4)}}
        """;

    /// <summary>Only paths, given as the lines under <c>paths</c>.</summary>
    public static string Paths(string paths, string schemas = "") => $$"""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        paths:
        {{Indent(paths, 2)}}
        components:
          schemas:
            Any: {}
        {{Indent(schemas, 4)}}
        """;

    private static string Indent(string text, int spaces) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? "" : new string(' ', spaces) + line));
}
