using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

/// <summary>The keywords of schemas: those of JSON Schema 2020-12, and those that OpenAPI 3.0 has besides.</summary>
internal static class SchemaKeywords
{
    public static readonly Dictionary<string, Keyword> Schema = new()
    {
        ["type"] = new Keyword(ValueKind.Type),
        ["format"] = Keyword.Text,
        ["title"] = Keyword.Prose,
        ["description"] = Keyword.Prose,
        ["$comment"] = Keyword.Prose,
        ["deprecated"] = Keyword.Flag,
        ["readOnly"] = Keyword.Flag,
        ["writeOnly"] = Keyword.Flag,
        ["nullable"] = Keyword.Flag,
        ["enum"] = Keyword.List(ObjectRole.Opaque),
        ["examples"] = Keyword.List(ObjectRole.Opaque),

        ["minimum"] = Keyword.Number,
        ["maximum"] = Keyword.Number,
        ["exclusiveMinimum"] = new Keyword(ValueKind.Bound),
        ["exclusiveMaximum"] = new Keyword(ValueKind.Bound),
        ["multipleOf"] = new Keyword(ValueKind.PositiveNumber),

        ["minLength"] = Keyword.Count,
        ["maxLength"] = Keyword.Count,
        ["pattern"] = Keyword.Text,
        ["contentEncoding"] = Keyword.Text,
        ["contentMediaType"] = Keyword.Text,
        ["contentSchema"] = Keyword.One(ObjectRole.Schema),

        ["items"] = Keyword.One(ObjectRole.Schema),
        ["prefixItems"] = Keyword.List(ObjectRole.Schema),
        ["contains"] = Keyword.One(ObjectRole.Schema),
        ["unevaluatedItems"] = Keyword.One(ObjectRole.Schema),
        ["minItems"] = Keyword.Count,
        ["maxItems"] = Keyword.Count,
        ["minContains"] = Keyword.Count,
        ["maxContains"] = Keyword.Count,
        ["uniqueItems"] = Keyword.Flag,

        ["properties"] = Keyword.Map(ObjectRole.Schema),
        ["patternProperties"] = Keyword.Map(ObjectRole.Schema),
        ["additionalProperties"] = Keyword.One(ObjectRole.Schema),
        ["unevaluatedProperties"] = Keyword.One(ObjectRole.Schema),
        ["propertyNames"] = Keyword.One(ObjectRole.Schema),
        ["required"] = new Keyword(ValueKind.Texts),
        ["minProperties"] = Keyword.Count,
        ["maxProperties"] = Keyword.Count,
        ["dependentRequired"] = new Keyword(ValueKind.TextsByName),
        ["dependentSchemas"] = Keyword.Map(ObjectRole.Schema),

        ["allOf"] = Keyword.List(ObjectRole.Schema),
        ["anyOf"] = Keyword.List(ObjectRole.Schema),
        ["oneOf"] = Keyword.List(ObjectRole.Schema),
        ["not"] = Keyword.One(ObjectRole.Schema),
        ["if"] = Keyword.One(ObjectRole.Schema),
        ["then"] = Keyword.One(ObjectRole.Schema),
        ["else"] = Keyword.One(ObjectRole.Schema),

        ["discriminator"] = Keyword.One(ObjectRole.Opaque),
        ["xml"] = Keyword.One(ObjectRole.Opaque),
        ["externalDocs"] = Keyword.One(ObjectRole.Opaque),
        ["$defs"] = Keyword.Map(ObjectRole.Schema),
        ["definitions"] = Keyword.Map(ObjectRole.Schema),
        ["$id"] = Keyword.Text,
        ["$schema"] = Keyword.Text,
        ["$anchor"] = Keyword.Text,
    };
}
