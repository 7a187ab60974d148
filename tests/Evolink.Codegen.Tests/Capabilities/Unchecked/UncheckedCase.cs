using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Conformance;

namespace Evolink.Codegen.Tests.Capabilities.Unchecked;

/// <summary>A schema of which a part is not checked, as the member <c>value</c> of a request.</summary>
/// <param name="Name">What it is about; also the name of its spec.</param>
/// <param name="Schema">The schema; <c>#</c> is its root.</param>
/// <param name="Reported">The ids of what is said of it.</param>
/// <param name="Valid">Values that the schema allows, as a JSON array.</param>
/// <param name="Refused">Values that are refused all the same, as a JSON array.</param>
internal sealed record UncheckedCase(string Name, string Schema, string Reported, string Valid, string Refused = "[]")
{
    public SuiteGroup Group { get; } = new(Name, "unchecked", Name, JsonNode.Parse(Schema), []);

    public IEnumerable<JsonObject> ValidRequests => Requests(Valid);

    public IEnumerable<JsonObject> RefusedRequests => Requests(Refused);

    public static IReadOnlyList<UncheckedCase> All { get; } =
    [
        new("many-objects", ManyObjects(), "", """[{ "id3": "x" }, { "id39": "x", "c5": "y" }]"""),
        new("itself-in-one-of",
            """{ "oneOf": [{ "type": "array", "minItems": 1, "items": { "type": ["string", "integer"] } }, { "type": "array", "minItems": 1, "items": { "$ref": "#" } }] }""",
            "EVO1014,EVO1014", """[["a"], [["a"]], [[["a"], ["b", "c"]]]]""", "[[]]"),
        new("pattern-in-if",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } }, "if": { "properties": { "a": { "pattern": "^(?i)x" } }, "required": ["a"] }, "then": { "required": ["b"] } }""",
            "EVO1014,EVO1015", """[{ "a": "q" }, { "a": "x", "b": "y" }]"""),
        new("pattern-in-not",
            """{ "type": "object", "properties": { "a": { "type": "string", "not": { "pattern": "^(?i)x" } }, "b": { "type": "string", "not": { "maxLength": 2 } } } }""",
            "EVO1014,EVO1015", """[{ "a": "q" }, { "b": "abc" }]""", """[{ "b": "ab" }]"""),
        new("pattern-in-one-of",
            """{ "type": "string", "oneOf": [{ "pattern": "^(?i)x", "maxLength": 3 }, { "maxLength": 5, "minLength": 2 }] }""",
            "EVO1014,EVO1015", """["q1", "x", "abcd"]""", """["abcdef"]"""),
        new("pattern-in-max-contains",
            """{ "type": "array", "items": { "type": "string" }, "contains": { "pattern": "^(?i)x", "maxLength": 2 }, "minContains": 1, "maxContains": 1 }""",
            "EVO1014,EVO1015", """[["x", "q"]]""", """[["abc"]]"""),
        new("names-in-not",
            """{ "type": "object", "properties": { "a": { "type": "string" } }, "not": { "propertyNames": { "pattern": "^x-" } } }""",
            "EVO1014", """[{ "a": "s" }]"""),
        new("type-in-not",
            """{ "type": "object", "properties": { "a": { "$ref": "#/$defs/Odd" } }, "not": { "properties": { "a": { "$ref": "#/$defs/Odd" } }, "required": ["a"] }, "$defs": { "Odd": { "type": "object", "properties": { "b": { "type": "string", "pattern": "^(?i)x" } } } } }""",
            "EVO1014,EVO1015", """[{ "a": { "b": "q" } }, {}]"""),
        new("pattern-of-names",
            """{ "type": "object", "patternProperties": { "^\\p{Script=Greek}+$": { "type": "string" }, "^x-": { "type": "string", "maxLength": 2 } }, "additionalProperties": false }""",
            "EVO1015", """[{ "α": "x" }, { "x-a": "ab" }]""", """[{ "x-a": "abc" }]"""),
        new("pattern-of-names-and-others",
            """{ "type": "object", "patternProperties": { "^\\p{Script=Greek}+$": { "type": "string" } }, "additionalProperties": { "type": "integer" } }""",
            "EVO1015", """[{ "α": "x", "b": 1 }]"""),
        new("pattern-of-names-in-branch",
            """{ "type": "object", "properties": { "α": { "type": "string" }, "b": { "type": "string" } }, "anyOf": [{ "patternProperties": { "^\\p{Script=Greek}+$": { "type": "string" } }, "additionalProperties": false }, { "required": ["b"] }] }""",
            "EVO1015", """[{ "α": "x" }, { "b": "x" }]"""),
        new("unevaluated-beside-one-of",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" }, "c": { "type": "string" } }, "anyOf": [{ "properties": { "a": {} }, "unevaluatedProperties": false, "oneOf": [{ "properties": { "b": {} } }] }, { "required": ["c"] }] }""",
            "EVO1014", """[{ "a": "1", "b": "2" }]"""),
        new("unevaluated-alone",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } }, "anyOf": [{ "properties": { "a": {} }, "unevaluatedProperties": false }, { "required": ["c"] }] }""",
            "", """[{ "a": "1" }]""", """[{ "a": "1", "b": "2" }]"""),
        new("unevaluated-beside-patterns-in-branch",
            """{ "type": "object", "properties": { "a": { "type": "string" } }, "unevaluatedProperties": false, "anyOf": [{ "patternProperties": { "^x-": { "type": "string" } } }] }""",
            "EVO1014", """[{ "a": "1", "x-b": "2" }]"""),
        new("bound-in-not",
            """{ "type": "number", "not": { "minimum": 1e400 } }""",
            "EVO1014", "[1]"),
        new("unevaluated-items-below",
            """{ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "array", "items": { "type": "string" }, "unevaluatedItems": { "const": "a" } } }, "b": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" }, "unevaluatedItems": { "const": "b" } } }, "c": { "type": "array", "items": { "type": "string" }, "not": { "minItems": 1, "unevaluatedItems": { "const": "c" } } } } }""",
            "", """[{ "a": [["a"]], "b": { "x": ["b"] }, "c": ["d"] }]""", """[{ "c": ["c"] }]"""),
        new("null-contained",
            """{ "type": "object", "properties": { "texts": { "type": "array", "items": { "type": ["string", "null"] }, "contains": { "const": null } }, "numbers": { "type": "array", "items": { "type": ["integer", "null"] }, "contains": { "minimum": 5 }, "maxContains": 1 } } }""",
            "", """[{ "texts": ["a", null], "numbers": [null, 6] }]""", """[{ "texts": ["a"] }, { "numbers": [null] }]"""),
    ];

    /// <summary>Forty kinds of object with sixty members in common: more to ask of each other than is followed.</summary>
    private static string ManyObjects()
    {
        string common = string.Join(", ", Enumerable.Range(0, 60).Select(i => $$"""
            "c{{i}}": { "type": "string" }
            """));
        return $$"""
            { "oneOf": [{{string.Join(", ", Enumerable.Range(0, 40).Select(i => $$"""
            { "type": "object", "required": ["id{{i}}"], "properties": { "id{{i}}": { "type": "string" }, {{common}} } }
            """))}}] }
            """;
    }

    private static IEnumerable<JsonObject> Requests(string values) =>
        JsonNode.Parse(values)!.AsArray().Select(value => new JsonObject { ["value"] = value?.DeepClone() });
}
