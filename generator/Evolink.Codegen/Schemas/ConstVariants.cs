using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A variant of a schema that fixes a value and describes it: <c>{ title: GUILD, const: 0 }</c>.</summary>
internal sealed record ConstVariant(SpecNode Schema, SpecNode Value);

/// <summary>Finds <c>oneOf</c> and <c>anyOf</c> that consist of such variants, which is how JSON Schema writes an enum with descriptions.</summary>
internal static class ConstVariants
{
    /// <summary>The variants of each such list. A variant of null is left out, since null is the lack of a value.</summary>
    public static IEnumerable<List<ConstVariant>> Read(SpecNode schema)
    {
        if (schema["oneOf"] is { } oneOf && Read(oneOf, isExclusive: true) is { } one)
        {
            yield return one;
        }

        if (schema["anyOf"] is { } anyOf && Read(anyOf, isExclusive: false) is { } any)
        {
            yield return any;
        }
    }

    /// <summary>Whether a list under <c>oneOf</c> or <c>anyOf</c> consists of such variants.</summary>
    public static bool AreAll(SpecNode list, bool isExclusive) => Read(list, isExclusive) is not null;

    private static List<ConstVariant>? Read(SpecNode list, bool isExclusive)
    {
        var variants = new List<ConstVariant>(list.Items.Count);
        var seen = new HashSet<(SpecNodeKind, string)>();
        foreach (SpecNode variant in list.Items)
        {
            if (IsNull(variant))
            {
                continue;
            }

            // oneOf does not allow a value that two of its variants have, which no list of values can say.
            if (Value(variant) is not { } value || (!seen.Add(SchemaValues.Key(value)) && isExclusive))
            {
                return null;
            }

            variants.Add(new ConstVariant(variant, value));
        }

        return variants.Count == 0 ? null : variants;
    }

    private static SpecNode? Value(SpecNode variant)
    {
        SpecNode? value = variant["const"] ?? (variant["enum"] is { Items.Count: 1 } only ? only.Items[0] : null);
        return value?.Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean && variant.Members.All(IsPlain) && IsOfItsType(variant) ? value : null;
    }

    private static bool IsNull(SpecNode variant) => variant.Members.All(IsPlain) && SchemaKinds.Infer(SchemaView.From(variant)) == JsonKinds.Null;

    /// <summary>Nothing that restricts the value beyond fixing it, and nothing that stands elsewhere.</summary>
    private static bool IsPlain(SpecMember member) =>
        member.Name is "const" or "enum" or "type" or "format" || (SchemaView.IsAnnotation(member.Name) && member.Name is not ("$ref" or "allOf"));

    private static bool IsOfItsType(SpecNode variant) =>
        variant["type"] is not { } type || (SchemaKinds.Declared(type) & SchemaKinds.FromValue(variant["const"] ?? variant["enum"]!.Items[0])) != JsonKinds.None;
}
