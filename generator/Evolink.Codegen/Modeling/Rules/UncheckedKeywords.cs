using System.Linq;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Rules;

/// <summary>Keywords that restrict a request and that no rule is made of: whoever relies on them is told.</summary>
internal static class UncheckedKeywords
{
    public static void Report(TypeRef type, SchemaView view, ModelingDiagnostics diagnostics)
    {
        string[] keywords = type.Kind switch
        {
            TypeKind.List => ["unevaluatedItems"],
            TypeKind.Map or TypeKind.Model => ["dependencies"],
            TypeKind.Json or TypeKind.Value => ["unevaluatedItems", "dependencies", "$dynamicRef"],
            _ => [],
        };
        foreach (SpecNode node in keywords.SelectMany(view.All))
        {
            string keyword = node.Parent!.Members.First(member => ReferenceEquals(member.Value, node)).Name;
            diagnostics.Unsupported(node, $"the keyword '{keyword}' here", "it is not checked before a request is sent");
        }
    }
}
