using System.Linq;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Rules;

/// <summary>Keywords that restrict a request and that no rule is made of: whoever relies on them is told.</summary>
internal static class UncheckedKeywords
{
    private static readonly string[] OfLists = ["prefixItems", "contains", "unevaluatedItems"];
    private static readonly string[] OfObjects = ["dependencies"];
    private static readonly string[] OfRecords = ["propertyNames", "patternProperties", "dependencies"];

    public static void Report(TypeRef type, SchemaView view, ModelingDiagnostics diagnostics)
    {
        string[] keywords = type.Kind switch
        {
            TypeKind.List => OfLists,
            TypeKind.Map => OfObjects,
            TypeKind.Model => OfRecords,
            _ => [],
        };
        foreach (string keyword in keywords)
        {
            foreach (SpecNode node in view.All(keyword).Where(node => !IsUnderstood(type, view, keyword)))
            {
                diagnostics.Unsupported(node, $"the keyword '{keyword}' here", "it is not checked before a request is sent");
            }
        }

        if (type.Kind == TypeKind.Map && view.First("patternProperties") is { } patterns && !IsUnderstood(type, view, "patternProperties"))
        {
            diagnostics.Unsupported(patterns, "a map with several patterns, or with others beside them,", "its members are not checked before a request is sent");
        }
    }

    private static bool IsUnderstood(TypeRef type, SchemaView view, string keyword) => type.Kind == TypeKind.Map
        && keyword == "patternProperties"
        && view.First(keyword) is { Members.Count: 1 }
        && view.First("additionalProperties") is { } others && SchemaShapes.IsNever(others);
}
