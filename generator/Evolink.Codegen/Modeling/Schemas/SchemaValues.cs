using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Schemas;

/// <summary>The values that a schema lists under <c>enum</c> or <c>const</c>.</summary>
internal static class SchemaValues
{
    /// <summary>Every listed value once, in the order of the file; none where the schema lists none.</summary>
    public static IReadOnlyList<SpecNode> Of(SchemaView view)
    {
        List<SpecNode>? values = null;
        foreach (SpecNode part in view.Parts)
        {
            IReadOnlyList<SpecNode>? listed = part["const"] is { } constant ? [constant] : part["enum"]?.Items;
            if (listed is null or { Count: 0 })
            {
                continue;
            }

            // Parts hold at once: what one of them leaves out is not allowed.
            values = values is null
                ? Distinct(listed)
                : values.Where(value => listed.Any(other => Same(value, other))).ToList();
        }

        return values ?? [];
    }

    private static List<SpecNode> Distinct(IReadOnlyList<SpecNode> listed)
    {
        var seen = new HashSet<(SpecNodeKind, string)>();
        return listed.Where(value => seen.Add((value.Kind, Key(value)))).ToList();
    }

    public static bool Same(SpecNode left, SpecNode right) => left.Kind == right.Kind && Key(left) == Key(right);

    private static string Key(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Object or SpecNodeKind.Array => value.ToJsonNode()?.ToJsonString() ?? "",
        SpecNodeKind.Number => ExactNumbers.Normalise(value.Text),
        _ => value.Text,
    };
}
