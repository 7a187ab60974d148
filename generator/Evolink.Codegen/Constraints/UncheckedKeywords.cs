using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>Keywords that restrict a request and that no rule is made of: whoever relies on them is told.</summary>
internal static class UncheckedKeywords
{
    /// <summary>Reports those that are there; whether there are any.</summary>
    public static bool Report(TypeRef type, SchemaView view, ModelingDiagnostics diagnostics)
    {
        string[] keywords = type.Kind switch
        {
            TypeKind.List => ["unevaluatedItems"],
            TypeKind.Map or TypeKind.Model => ["dependencies"],
            TypeKind.Json or TypeKind.Value => ["unevaluatedItems", "dependencies", "$dynamicRef"],
            // Two texts may be one moment.
            TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Guid or TypeKind.Bytes => ["enum", "const"],
            _ => [],
        };
        List<SpecNode> found = [.. keywords.SelectMany(view.All)];
        foreach (SpecNode node in found)
        {
            string keyword = node.Parent!.Members.First(member => ReferenceEquals(member.Value, node)).Name;
            diagnostics.Unsupported(node, $"the keyword '{keyword}' here", "it is not checked before a request is sent");
        }

        return found.Count > 0;
    }
}
