using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Schemas;

/// <summary>One of the choices of a schema that fixes a value and describes it: <c>{ title: GUILD, const: 0 }</c>.</summary>
internal sealed record ValueChoice(SpecNode Schema, SpecNode Value);

/// <summary>Finds <c>oneOf</c> and <c>anyOf</c> of nothing but such choices, which is how JSON Schema writes an enum that is documented.</summary>
internal static class ValueChoices
{
    /// <summary>The choices of each such list; a choice of null is none of them, since it is no value but the lack of one.</summary>
    public static IEnumerable<List<ValueChoice>> Of(SpecNode schema)
    {
        if (schema["oneOf"] is { } oneOf && Of(oneOf, isExclusive: true) is { } one)
        {
            yield return one;
        }

        if (schema["anyOf"] is { } anyOf && Of(anyOf, isExclusive: false) is { } any)
        {
            yield return any;
        }
    }

    /// <summary>Whether a list under <c>oneOf</c> or <c>anyOf</c> is one of values.</summary>
    public static bool IsOne(SpecNode list, bool isExclusive) => Of(list, isExclusive) is not null;

    private static List<ValueChoice>? Of(SpecNode list, bool isExclusive)
    {
        var choices = new List<ValueChoice>(list.Items.Count);
        var seen = new HashSet<(SpecNodeKind, string)>();
        foreach (SpecNode branch in list.Items)
        {
            if (IsNull(branch))
            {
                continue;
            }

            // A value that two choices of oneOf have is allowed by neither: no list of values says that.
            if (Value(branch) is not { } value || (!seen.Add(SchemaValues.Key(value)) && isExclusive))
            {
                return null;
            }

            choices.Add(new ValueChoice(branch, value));
        }

        return choices.Count == 0 ? null : choices;
    }

    private static SpecNode? Value(SpecNode branch)
    {
        SpecNode? value = branch["const"] ?? (branch["enum"] is { Items.Count: 1 } only ? only.Items[0] : null);
        return value?.Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean && branch.Members.All(IsPlain) && IsOfItsType(branch) ? value : null;
    }

    private static bool IsNull(SpecNode branch) => branch.Members.All(IsPlain) && SchemaKinds.Of(SchemaView.Of(branch)) == JsonKinds.Null;

    /// <summary>Nothing that restricts the value beyond fixing it, and nothing that stands elsewhere.</summary>
    private static bool IsPlain(SpecMember member) =>
        member.Name is "const" or "enum" or "type" or "format" || (SchemaView.IsAnnotation(member.Name) && member.Name is not ("$ref" or "allOf"));

    private static bool IsOfItsType(SpecNode branch) =>
        branch["type"] is not { } type || (SchemaKinds.Declared(type) & SchemaKinds.OfValue(branch["const"] ?? branch["enum"]!.Items[0])) != JsonKinds.None;
}
