using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>The values that a schema lists: under <c>enum</c> or <c>const</c>, or one by one as its variants.</summary>
internal static class SchemaValues
{
    /// <summary>Every listed value once, in the order of the file; none where the schema lists none.</summary>
    public static IReadOnlyList<SpecNode> Resolve(SchemaView view) => Together(view.Parts.SelectMany(Lists));

    /// <summary>Those under <c>enum</c> and <c>const</c> alone.</summary>
    public static IReadOnlyList<SpecNode> FromKeywords(SchemaView view) => Together(view.Parts.SelectMany(Direct));

    /// <summary>Equal for equal values: <c>1</c> and <c>1.0</c> are one number.</summary>
    public static (SpecNodeKind Kind, string Text) Key(SpecNode value) => (value.Kind, value.Kind switch
    {
        SpecNodeKind.Object or SpecNodeKind.Array => value.ToJsonNode()?.ToJsonString() ?? "",
        SpecNodeKind.Number => ExactNumber.TryParse(value.Text, out ExactNumber number) ? number.ToString() : value.Text,
        _ => value.Text,
    });

    public static bool AreEqual(SpecNode left, SpecNode right) => Key(left) == Key(right);

    private static IEnumerable<IReadOnlyList<SpecNode>> Direct(SpecNode part)
    {
        IReadOnlyList<SpecNode>? listed = part["const"] is { } constant ? [constant] : part["enum"]?.Items;
        return listed is { Count: > 0 } ? [listed] : [];
    }

    private static IEnumerable<IReadOnlyList<SpecNode>> Lists(SpecNode part) => !part.Has("oneOf") && !part.Has("anyOf") ? Direct(part) :
        Direct(part).Concat(ConstVariants.Read(part).Select(variants => variants.ConvertAll(variant => variant.Value)));

    /// <summary>All lists apply at once, so that only values in all of them are allowed.</summary>
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
