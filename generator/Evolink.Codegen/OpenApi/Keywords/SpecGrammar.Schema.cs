using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

internal static partial class SpecGrammar
{
    private static Keyword Count => new(Shape.Count);

    private static Keyword Number => new(Shape.Number);

    private static Dictionary<string, Keyword> Schema => new()
    {
        ["type"] = new Keyword(Shape.Type),
        ["format"] = Text,
        ["title"] = Prose,
        ["description"] = Prose,
        ["$comment"] = Prose,
        ["deprecated"] = Flag,
        ["readOnly"] = Flag,
        ["writeOnly"] = Flag,
        ["nullable"] = Flag,
        ["enum"] = List(SpecPlace.Opaque),
        ["examples"] = List(SpecPlace.Opaque),

        ["minimum"] = Number,
        ["maximum"] = Number,
        ["exclusiveMinimum"] = new Keyword(Shape.Bound),
        ["exclusiveMaximum"] = new Keyword(Shape.Bound),
        ["multipleOf"] = new Keyword(Shape.PositiveNumber),

        ["minLength"] = Count,
        ["maxLength"] = Count,
        ["pattern"] = Text,
        ["contentEncoding"] = Text,
        ["contentMediaType"] = Text,
        ["contentSchema"] = One(SpecPlace.Schema),

        ["items"] = One(SpecPlace.Schema),
        ["prefixItems"] = List(SpecPlace.Schema),
        ["contains"] = One(SpecPlace.Schema),
        ["unevaluatedItems"] = One(SpecPlace.Schema),
        ["minItems"] = Count,
        ["maxItems"] = Count,
        ["minContains"] = Count,
        ["maxContains"] = Count,
        ["uniqueItems"] = Flag,

        ["properties"] = Map(SpecPlace.Schema),
        ["patternProperties"] = Map(SpecPlace.Schema),
        ["additionalProperties"] = One(SpecPlace.Schema),
        ["unevaluatedProperties"] = One(SpecPlace.Schema),
        ["propertyNames"] = One(SpecPlace.Schema),
        ["required"] = new Keyword(Shape.Texts),
        ["minProperties"] = Count,
        ["maxProperties"] = Count,
        ["dependentRequired"] = new Keyword(Shape.TextsByName),
        ["dependentSchemas"] = Map(SpecPlace.Schema),

        ["allOf"] = List(SpecPlace.Schema),
        ["anyOf"] = List(SpecPlace.Schema),
        ["oneOf"] = List(SpecPlace.Schema),
        ["not"] = One(SpecPlace.Schema),
        ["if"] = One(SpecPlace.Schema),
        ["then"] = One(SpecPlace.Schema),
        ["else"] = One(SpecPlace.Schema),

        ["discriminator"] = One(SpecPlace.Opaque),
        ["xml"] = One(SpecPlace.Opaque),
        ["externalDocs"] = One(SpecPlace.Opaque),
        ["$defs"] = Map(SpecPlace.Schema),
        ["definitions"] = Map(SpecPlace.Schema),
        ["$id"] = Text,
        ["$schema"] = Text,
        ["$anchor"] = Text,
    };
}
