using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Which kinds of JSON a schema allows: what it declares, else what its values, variants or keywords imply.</summary>
internal static class SchemaKinds
{
    /// <summary>How many variants within variants are looked into; what lies deeper may be of any kind.</summary>
    private const int Deepest = 32;
    private const JsonKinds AnyNumber = JsonKinds.Number | JsonKinds.Integer;

    private static readonly (string Keyword, JsonKinds Kind)[] s_implied =
    [
        ("properties", JsonKinds.Object), ("additionalProperties", JsonKinds.Object), ("patternProperties", JsonKinds.Object),
        ("propertyNames", JsonKinds.Object), ("required", JsonKinds.Object), ("minProperties", JsonKinds.Object),
        ("maxProperties", JsonKinds.Object), ("dependentRequired", JsonKinds.Object), ("dependentSchemas", JsonKinds.Object),
        ("items", JsonKinds.Array), ("prefixItems", JsonKinds.Array), ("contains", JsonKinds.Array), ("minItems", JsonKinds.Array), ("maxItems", JsonKinds.Array),
        ("uniqueItems", JsonKinds.Array), ("pattern", JsonKinds.String), ("minLength", JsonKinds.String),
        ("maxLength", JsonKinds.String), ("multipleOf", AnyNumber), ("minimum", AnyNumber), ("maximum", AnyNumber),
        ("exclusiveMinimum", AnyNumber), ("exclusiveMaximum", AnyNumber),
    ];

    /// <summary>The allowed kinds; <see cref="JsonKinds.None"/> where anything is. Number stands for integers too.</summary>
    public static JsonKinds Infer(SchemaView view)
    {
        JsonKinds kinds = Simplify(Infer(view, [], 0));
        // Beside a $ref or allOf there is no type to put the null into, so it stays a keyword.
        return kinds != JsonKinds.None && view.IsTrue("nullable") ? kinds | JsonKinds.Null : kinds;
    }

    /// <param name="view">The schema.</param>
    /// <param name="known">The kinds of the variants that were looked into; null for those that are still being looked into.</param>
    /// <param name="depth">How many variants this one is within.</param>
    private static JsonKinds Infer(SchemaView view, Dictionary<SpecNode, JsonKinds?> known, int depth)
    {
        JsonKinds? declared = null;
        foreach (SpecNode type in view.All("type"))
        {
            JsonKinds kinds = Declared(type);
            declared = declared is { } others ? others & kinds : kinds;
        }

        return declared ?? FromValues(view) ?? FromVariants(view, known, depth) ?? FromKeywords(view);
    }

    private static JsonKinds? FromValues(SchemaView view)
    {
        IReadOnlyList<SpecNode> values = SchemaValues.FromKeywords(view);
        return values.Count == 0 ? null : values.Aggregate(JsonKinds.None, (kinds, value) => kinds | FromValue(value));
    }

    private static JsonKinds? FromVariants(SchemaView view, Dictionary<SpecNode, JsonKinds?> known, int depth)
    {
        if (depth == Deepest)
        {
            return null;
        }

        JsonKinds kinds = JsonKinds.None;
        foreach (SpecNode variant in view.Variants())
        {
            // Several variants may lead to one; each is looked into once, or the work would double with every level.
            if (!known.TryGetValue(variant, out JsonKinds? found))
            {
                known.Add(variant, null);
                known[variant] = found = Infer(SchemaView.From(variant), known, depth + 1);
            }

            // A variant that leads back to its own schema adds no kind.
            if (found is not { } variantKinds)
            {
                continue;
            }

            if (variantKinds == JsonKinds.None)
            {
                return null;
            }

            kinds |= variantKinds;
        }

        return kinds == JsonKinds.None ? null : kinds;
    }

    private static JsonKinds FromKeywords(SchemaView view) => s_implied
        .Where(implied => view.First(implied.Keyword) is not null)
        .Aggregate(JsonKinds.None, (kinds, implied) => kinds | implied.Kind);

    /// <summary>Whether the schema allows null. Where only a <c>not</c> or <c>if</c> decides, it is taken not to.</summary>
    public static bool AllowsNull(SchemaView view)
    {
        IReadOnlyList<SpecNode> values = SchemaValues.Resolve(view);
        JsonKinds kinds = Infer(view);
        return kinds == JsonKinds.None
            ? view.First("not") is null && view.First("if") is null
            : kinds.HasFlag(JsonKinds.Null) && (values.Count == 0 || values.Any(value => value.Kind == SpecNodeKind.Null));
    }

    /// <summary>Whether the schema declares whole numbers and no others.</summary>
    public static bool IsInteger(SchemaView view) =>
        view.All("type").Any(type => (Declared(type) & AnyNumber) == JsonKinds.Integer);

    /// <summary>The kinds that a <c>type</c> names.</summary>
    public static JsonKinds Declared(SpecNode type) => type.Kind == SpecNodeKind.Array
        ? type.Items.Aggregate(JsonKinds.None, (kinds, item) => kinds | Named(item.Text))
        : Named(type.Text);

    private static JsonKinds Named(string type) => type switch
    {
        "null" => JsonKinds.Null,
        "boolean" => JsonKinds.Boolean,
        "integer" => JsonKinds.Integer,
        "number" => AnyNumber,
        "string" => JsonKinds.String,
        "array" => JsonKinds.Array,
        "object" => JsonKinds.Object,
        _ => JsonKinds.None,
    };

    public static JsonKinds FromValue(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Null => JsonKinds.Null,
        SpecNodeKind.Boolean => JsonKinds.Boolean,
        SpecNodeKind.Number => ExactNumber.IsInteger(value.Text) ? JsonKinds.Integer : AnyNumber,
        SpecNodeKind.String => JsonKinds.String,
        SpecNodeKind.Array => JsonKinds.Array,
        _ => JsonKinds.Object,
    };

    /// <summary>The kinds without those that others include: a schema that allows any number allows integers.</summary>
    public static JsonKinds Simplify(JsonKinds kinds) =>
        kinds.HasFlag(JsonKinds.Number) ? kinds & ~JsonKinds.Integer : kinds;
}
