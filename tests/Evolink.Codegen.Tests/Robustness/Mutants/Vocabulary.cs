namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>What mutants are made of: values, names and keywords that have surprised generators.</summary>
internal static class Vocabulary
{
    /// <summary>Values of every kind, as JSON.</summary>
    public static readonly IReadOnlyList<string> Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1.0", "1e400", "-0.0", "99999999999999999999", "\"\"", "\" \"", "\"string\"", "\"null\"", "\"1\"", "\"object\"",
        "\"\\u2028*/ \\\"{0}\"", "[]", "{}", "[null]", "[[]]", "[\"string\",\"null\"]", "{\"\":{}}", "{\"type\":\"object\"}", "{\"type\":\"string\",\"enum\":[\"a\",\"A\"]}", "{\"type\":\"array\"}",
    ];

    public static readonly IReadOnlyList<string> Keywords =
    [
        "type", "properties", "items", "allOf", "oneOf", "anyOf", "not", "if", "then", "else", "enum", "const", "required", "additionalProperties", "patternProperties",
        "propertyNames", "prefixItems", "$ref", "$defs", "discriminator", "default", "example", "format", "pattern", "nullable", "readOnly", "writeOnly", "deprecated",
        "minimum", "maxLength", "schema", "content", "parameters", "requestBody", "responses", "200", "default", "get", "post", "head", "operationId", "tags", "servers", "security",
        "name", "in", "style", "explode", "headers", "examples", "mapping", "propertyName", "schemas", "components", "paths", "info", "openapi", "application/json", "multipart/form-data", "text/plain",
        "text/event-stream", "itemSchema", "application/vnd.a+json", "*/*", "302", "304", "$anchor", "x-evolink-task",
    ];

    public static readonly IReadOnlyList<string> Names =
    [
        "", " ", "_", "1", "class", "string", "Value", "value", "Equals", "ToString", "GetHashCode", "Clone", "EqualityContract", "Validate", "AdditionalProperties", "System", "Task", "Evolink", "global",
        "EvolinkClient", "JsonConverter", "RequestJsonConverter", "日本語", "🎬", "a.b", "a-b", "a b", "A", "$", "@", "\"", "\\", "\u2028", "*/", "{0}", "id", "status", "callback_url", "model", "request", "cancellationToken", "body",
    ];

    /// <summary>Names that are nearly those of others.</summary>
    public static readonly IReadOnlyList<Func<string, string>> Variations =
    [
        name => name + "2", name => name + "_", name => "_" + name, name => name.ToUpperInvariant(), name => name.ToLowerInvariant(), name => name + "-" + name, name => name.Replace('_', '-'),
        name => name + "JsonConverter", name => "Unknown" + name, name => name + "Request",
    ];

    /// <summary>Keywords with what they may say; <c>$SCHEMA</c> is some component of the document.</summary>
    public static readonly IReadOnlyList<(string Keyword, string Value)> Sayings =
    [
        ("allOf", """[{"$ref":"$SCHEMA"}]"""), ("allOf", """[{"$ref":"$SCHEMA"},{"type":"object","properties":{"id":{"type":"integer"}}}]"""),
        ("oneOf", """[{"$ref":"$SCHEMA"},{"type":"null"}]"""), ("oneOf", """[{"$ref":"$SCHEMA"},{"type":"string"}]"""), ("oneOf", """[{"type":"integer"},{"type":"string"}]"""),
        ("anyOf", """[{"$ref":"$SCHEMA"},{"$ref":"$SCHEMA"}]"""), ("anyOf", """[{"type":"object","properties":{"a":{"$ref":"$SCHEMA"}}},{"type":"object","properties":{"b":{"type":"string"}}}]"""),
        ("discriminator", """{"propertyName":"type"}"""), ("discriminator", """{"propertyName":"id","mapping":{"a":"$SCHEMA"}}"""),
        ("type", "\"object\""), ("type", "\"array\""), ("type", "\"string\""), ("type", "\"integer\""), ("type", """["object","string","null"]"""), ("nullable", "true"), ("deprecated", "true"),
        ("items", """{"$ref":"$SCHEMA"}"""), ("items", "{}"), ("items", "false"), ("prefixItems", """[{"type":"string"},{"$ref":"$SCHEMA"}]"""),
        ("additionalProperties", "false"), ("additionalProperties", """{"$ref":"$SCHEMA"}"""), ("additionalProperties", """{"type":["integer","null"]}"""), ("patternProperties", """{"^a":{"$ref":"$SCHEMA"}}"""),
        ("properties", """{"a":{"$ref":"$SCHEMA"},"A":{"type":"string"}}"""), ("properties", """{"status":{"type":"string"},"id":{"type":"string"}}"""), ("$defs", """{"a":{"type":"string"}}"""),
        ("format", "\"binary\""), ("format", "\"date-time\""), ("format", "\"uri\""), ("format", "\"decimal\""), ("format", "\"uuid\""), ("format", "\"byte\""), ("format", "\"date\""),
        ("const", "\"x\""), ("const", "5"), ("const", """{"a":1}"""), ("enum", """["a","b",null]"""), ("enum", "[1,2.5]"), ("enum", """[true,"x",1]"""), ("default", "\"\\u0085\""), ("description", "\"\\r\\n</summary>\""),
        ("x-enum-varnames", """["A","A",""]"""), ("readOnly", "true"), ("writeOnly", "true"), ("style", "\"deepObject\""), ("explode", "true"), ("in", "\"query\""), ("in", "\"cookie\""),
        ("content", """{"multipart/form-data":{"schema":{"$ref":"$SCHEMA"}}}"""), ("content", """{"application/x-www-form-urlencoded":{"schema":{"$ref":"$SCHEMA"}}}"""), ("schema", """{"$ref":"$SCHEMA"}"""),
        ("content", """{"application/json":{"schema":{"$ref":"$SCHEMA"}},"text/event-stream":{"schema":{"$ref":"$SCHEMA"}},"application/vnd.a+json":{"schema":{"type":"array","items":{"$ref":"$SCHEMA"}}}}"""),
        ("content", """{"text/event-stream":{"schema":{"oneOf":[{"$ref":"$SCHEMA"},{"type":"object","properties":{"error":{"type":"string"},"event":{"const":"error"}}}]}}}"""), ("x-evolink-task", """{"id":"/id","status":"/status","statuses":{"completed":["a"]}}"""),
        ("parameters", """[{"name":"id","in":"query","schema":{"$ref":"$SCHEMA"}},{"name":"ID","in":"header","required":true,"schema":{"type":"array","items":{"type":"string"}}}]"""), ("operationId", "\"get\""), ("servers", """[{"url":"//x\"{a}"}]"""), ("security", """[{"none":[]}]"""),
    ];

    /// <summary>Rules for values of any type, of the right type or not.</summary>
    public static readonly IReadOnlyList<(string Keyword, string Value)> Rules =
    [
        ("required", """["id","none","type"]"""), ("minimum", "0"), ("minimum", "-1.5"), ("exclusiveMinimum", "99999999999"), ("exclusiveMaximum", "true"), ("maximum", "1e300"), ("multipleOf", "0.01"), ("multipleOf", "0"),
        ("minLength", "1"), ("maxLength", "9999999999"), ("pattern", "\"^\\\\p{L}+\\\"$\""), ("pattern", "\"(\""), ("minItems", "1"), ("maxItems", "0"), ("uniqueItems", "true"), ("minProperties", "1"), ("maxProperties", "3"),
        ("propertyNames", """{"pattern":"^a","maxLength":3,"enum":["a"]}"""), ("contains", """{"type":"integer"}"""), ("dependentRequired", """{"id":["status","none"]}"""),
        ("dependentSchemas", """{"id":{"$ref":"$SCHEMA"}}"""), ("not", """{"required":["id"]}"""), ("not", """{"$ref":"$SCHEMA"}"""), ("not", "{}"), ("not", """{"enum":["a",1]}"""),
        ("anyOf", """[{"required":["id"]},{"properties":{"status":{"const":"a"}}}]"""), ("oneOf", """[{"minLength":2},{"maximum":5},{"minItems":1}]"""), ("oneOf", """[{"$ref":"$SCHEMA"},{"not":{"$ref":"$SCHEMA"}}]"""),
        ("if", """{"properties":{"id":{"const":"a"},"status":{"type":"string"}}}"""), ("then", """{"required":["status"]}"""), ("else", "false"), ("allOf", """[{"if":{"$ref":"$SCHEMA"},"then":{"minProperties":1}}]"""),
        ("unevaluatedProperties", "false"), ("additionalProperties", """{"type":"string","maxLength":1}"""), ("items", """{"minimum":1,"minLength":1,"enum":[1,"a"]}"""), ("x-evolink-max-items-total", """[{"of":["id"],"max":1}]"""),
        ("x-evolink-compare", """[{"sum":["id","count(id)"],"max":1.5}]"""), ("x-evolink-compare", """[{"difference":["id","id"],"min":2,"max":1e30}]"""), ("x-evolink-size", """{"multipleOf":16,"maxPixels":1e6,"minAspect":0.1}"""),
        ("x-evolink-advice", """[{"maxLength":5,"text":"*/ \u2028 </remarks>"}]"""), ("x-evolink-media", """{"minPixels":1,"maxPixels":0.5}"""),
    ];

    /// <summary>References that lead nowhere good.</summary>
    public static readonly IReadOnlyList<string> References =
        ["#", "#/", "#/paths", "#/components/schemas", "#/info/title", "#/components/schemas/None", "", "file:///etc/passwd", "http://localhost/x.yaml#/a", "#/components/schemas/%ZZ", "other.yaml"];

    /// <summary>Pieces of text that mean something to YAML or JSON.</summary>
    public static readonly IReadOnlyList<string> Snippets =
    [
        "type: object", "type: [string, 'null']", "- 1", "enum: [a, 1, null]", "$ref: '#/components/schemas/ErrorResponse'", "nullable: true", "allOf: []", "oneOf: [{type: integer}, {type: string}]",
        "additionalProperties: {type: integer}", "'", "\"", "{", "[", "}", "]", ",", ":", "#", "|", ">-", "&a", "*a", "<<: *a", "!!binary x", "---", "...", "not: {}", "const: 5", "items: {}", "\t", "\r", "\0", "\u2028", "\ud83c", "? ",
    ];
}
