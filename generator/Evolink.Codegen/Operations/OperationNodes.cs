using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>The nodes of an operation in the tree, references followed: the object model knows no positions.</summary>
internal static class OperationNodes
{
    public static SpecNode? Follow(SpecNode? node)
    {
        var seen = new HashSet<SpecNode>();
        while (node is not null && seen.Add(node) && SchemaView.Target(node) is { } target)
        {
            node = target;
        }

        return node;
    }

    /// <summary>The schema of the JSON content.</summary>
    public static SpecNode? JsonSchema(SpecNode? holder) => Follow(holder)?["content"]?.Members
        .Where(media => MediaTypes.IsJson(media.Name))
        .Select(media => Follow(media.Value)?["schema"])
        .FirstOrDefault(schema => schema is not null);

    /// <summary>The contents of a body or an answer, each with its media type, its kind and its node; the preferred first.</summary>
    public static IReadOnlyList<(string MediaType, MediaKind Kind, SpecNode Node)> Contents(SpecNode? holder) =>
        (Follow(holder)?["content"]?.Members ?? [])
            .Select(media => (media.Name, Node: Follow(media.Value)))
            .Where(media => media.Node is { Kind: SpecNodeKind.Object })
            .Select(media => (MediaType: media.Name, Kind: MediaTypes.KindOf(media.Name, media.Node!["schema"]), Node: media.Node!))
            .OrderBy(media => media.Kind)
            .ToList();
}
