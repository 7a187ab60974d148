using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>The values that a schema lists: under <c>enum</c> or <c>const</c>, or one by one as its choices.</summary>
internal static class SchemaValues
{
    /// <summary>Every listed value once, in the order of the file; none where the schema lists none.</summary>
    public static IReadOnlyList<SpecNode> Of(SchemaView view) => Together(view.Parts.SelectMany(Lists));

    /// <summary>Those under <c>enum</c> and <c>const</c> alone.</summary>
    public static IReadOnlyList<SpecNode> Listed(SchemaView view) => Together(view.Parts.SelectMany(Direct));

    /// <summary>Equal for equal values: <c>1</c> and <c>1.0</c> are one number.</summary>
    public static (SpecNodeKind Kind, string Text) Key(SpecNode value) => (value.Kind, value.Kind switch
    {
        SpecNodeKind.Object or SpecNodeKind.Array => value.ToJsonNode()?.ToJsonString() ?? "",
        SpecNodeKind.Number => ExactNumbers.Normalise(value.Text),
        _ => value.Text,
    });

    public static bool Same(SpecNode left, SpecNode right) => Key(left) == Key(right);

    private static IEnumerable<IReadOnlyList<SpecNode>> Direct(SpecNode part)
    {
        IReadOnlyList<SpecNode>? listed = part["const"] is { } constant ? [constant] : part["enum"]?.Items;
        return listed is { Count: > 0 } ? [listed] : [];
    }

    private static IEnumerable<IReadOnlyList<SpecNode>> Lists(SpecNode part) =>
        Direct(part).Concat(ValueChoices.Of(part).Select(choices => choices.ConvertAll(choice => choice.Value)));

    /// <summary>Lists hold at once: what one of them leaves out is not allowed.</summary>
    private static IReadOnlyList<SpecNode> Together(IEnumerable<IReadOnlyList<SpecNode>> lists)
    {
        List<SpecNode>? values = null;
        foreach (IReadOnlyList<SpecNode> listed in lists)
        {
            if (values is null)
            {
                var seen = new HashSet<(SpecNodeKind, string)>();
                values = listed.Where(value => seen.Add(Key(value))).ToList();
            }
            else
            {
                var allowed = new HashSet<(SpecNodeKind, string)>(listed.Select(Key));
                values = values.Where(value => allowed.Contains(Key(value))).ToList();
            }
        }

        return values ?? [];
    }
}
