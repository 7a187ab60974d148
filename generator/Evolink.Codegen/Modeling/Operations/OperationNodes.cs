using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Operations;

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

    /// <summary>The schema of the JSON content, and the media type it stands under.</summary>
    public static SpecNode? JsonSchema(SpecNode? holder) => Follow(holder)?["content"]?.Members
        .Where(media => IsJson(media.Name))
        .Select(media => Follow(media.Value)?["schema"])
        .FirstOrDefault(schema => schema is not null);

    /// <summary>The answer that counts: the first 2xx one, else the default.</summary>
    public static SpecNode? Success(SpecNode operation)
    {
        IReadOnlyList<SpecMember> responses = operation["responses"]?.Members ?? [];
        return responses.Where(response => response.Name.StartsWith("2", System.StringComparison.Ordinal))
            .OrderBy(response => response.Name, System.StringComparer.Ordinal)
            .Select(response => response.Value).FirstOrDefault()
            ?? responses.FirstOrDefault(response => response.Name == "default").Value;
    }

    public static bool IsJson(string mediaType)
    {
        string type = mediaType.Split(';')[0].Trim().ToLowerInvariant();
        return type is "application/json" or "text/json" or "*/*" || type.EndsWith("+json", System.StringComparison.Ordinal);
    }
}
