using System.Collections.Frozen;
using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>Holds one keyword's value against the scope's instance.</summary>
internal delegate void KeywordValidator(SchemaScope scope, JsonElement keyword);

/// <summary>Every keyword that constrains something. Those that only modify a sibling (<c>then</c>, <c>minContains</c>) are read by it.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, KeywordValidator> s_rules = new Dictionary<string, KeywordValidator>(StringComparer.Ordinal)
    {
        ["$ref"] = ReferenceKeywords.Ref,

        ["type"] = TypeKeywords.Type,
        ["enum"] = TypeKeywords.Enum,
        ["const"] = TypeKeywords.Const,

        ["minimum"] = NumberKeywords.Minimum,
        ["maximum"] = NumberKeywords.Maximum,
        ["exclusiveMinimum"] = NumberKeywords.ExclusiveMinimum,
        ["exclusiveMaximum"] = NumberKeywords.ExclusiveMaximum,
        ["multipleOf"] = NumberKeywords.MultipleOf,

        ["minLength"] = StringKeywords.MinLength,
        ["maxLength"] = StringKeywords.MaxLength,
        ["pattern"] = StringKeywords.Pattern,
        ["format"] = StringKeywords.Format,

        ["prefixItems"] = ArrayKeywords.PrefixItems,
        ["items"] = ArrayKeywords.Items,
        ["contains"] = ArrayKeywords.Contains,
        ["minItems"] = ArrayKeywords.MinItems,
        ["maxItems"] = ArrayKeywords.MaxItems,
        ["uniqueItems"] = ArrayKeywords.UniqueItems,

        ["required"] = ObjectKeywords.Required,
        ["minProperties"] = ObjectKeywords.MinProperties,
        ["maxProperties"] = ObjectKeywords.MaxProperties,
        ["dependentRequired"] = ObjectKeywords.DependentRequired,
        ["properties"] = PropertyKeywords.Properties,
        ["patternProperties"] = PropertyKeywords.PatternProperties,
        ["additionalProperties"] = PropertyKeywords.AdditionalProperties,
        ["propertyNames"] = PropertyKeywords.PropertyNames,

        ["allOf"] = CombinationKeywords.AllOf,
        ["anyOf"] = CombinationKeywords.AnyOf,
        ["oneOf"] = CombinationKeywords.OneOf,
        ["not"] = CombinationKeywords.Not,
        ["if"] = CombinationKeywords.If,
        ["dependentSchemas"] = CombinationKeywords.DependentSchemas,

        ["x-evolink-max-items-total"] = VendorKeywords.MaxItemsTotal,
        ["x-evolink-compare"] = CompareKeyword.Apply,
        ["x-evolink-size"] = PixelSizeKeyword.Apply,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void ApplyAll(SchemaScope scope)
    {
        foreach (JsonProperty keyword in scope.Schema.EnumerateObject())
        {
            if (s_rules.TryGetValue(keyword.Name, out KeywordValidator? rule))
                rule(scope, keyword.Value);
        }

        // These two speak of what all the others have left over.
        if (scope.Sibling("unevaluatedProperties") is { } members) UnevaluatedKeywords.Properties(scope, members);
        if (scope.Sibling("unevaluatedItems") is { } items) UnevaluatedKeywords.Items(scope, items);
    }
}
