using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// Schemas that references name by <c>$anchor</c> instead of by their place. An anchor is known within its resource: the document, or a schema that has
/// an <c>$id</c>.
/// </summary>
internal static class SchemaAnchors
{
    // JSON Schema until draft 7 wrote an anchor as an $id that begins with '#'.
    private const string Id = "$id";
    private static readonly string[] s_keywords = ["$anchor", "$dynamicAnchor"];

    /// <summary>Documents with anchors are few, so that they are looked for when the first reference asks for one, and kept as long as the document's nodes.</summary>
    private static readonly ConditionalWeakTable<SpecNode, Dictionary<(SpecNode Resource, string Name), SpecNode>> s_byRoot = new();

    /// <summary>The schema of that anchor in the resource of a node; null where none has it. Of two the first in the document has it.</summary>
    public static SpecNode? Find(SpecNode from, string name, SpecNode root) =>
        s_byRoot.GetValue(root, Collect).TryGetValue((ResourceOf(from, root), name), out SpecNode? schema) ? schema : null;

    private static Dictionary<(SpecNode Resource, string Name), SpecNode> Collect(SpecNode root)
    {
        var anchors = new Dictionary<(SpecNode, string), SpecNode>();
        var roles = new ObjectRoles(root, CancellationToken.None);
        foreach (SpecNode schema in roles.Nodes.Where(node => roles.Find(node) == ObjectRole.Schema))
        {
            foreach (string name in NamesOf(schema))
            {
                if (!anchors.ContainsKey((ResourceOf(schema, root), name)))
                {
                    anchors.Add((ResourceOf(schema, root), name), schema);
                }
            }
        }

        return anchors;
    }

    private static IEnumerable<string> NamesOf(SpecNode schema)
    {
        foreach (string keyword in s_keywords)
        {
            if (schema[keyword] is { Kind: SpecNodeKind.String } anchor)
            {
                yield return anchor.Text;
            }
        }

        if (schema[Id] is { Kind: SpecNodeKind.String } id && !SpecReference.IsExternal(id.Text))
        {
            yield return id.Text.Substring(1);
        }
    }

    private static SpecNode ResourceOf(SpecNode node, SpecNode root)
    {
        for (SpecNode? holder = node; holder is not null; holder = holder.Parent)
        {
            if (holder[Id] is { Kind: SpecNodeKind.String } id && SpecReference.IsExternal(id.Text))
            {
                return holder;
            }
        }

        return root;
    }
}
