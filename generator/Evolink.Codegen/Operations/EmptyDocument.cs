using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Operations;

/// <summary>Says why a document that can be read yields nothing.</summary>
internal static class EmptyDocument
{
    public static void Report(SpecDocument document, SpecDiagnostics diagnostics)
    {
        if (document is not { IsReadable: true, Root: { } root })
        {
            return;
        }

        bool hasSchemas = root["components"]?["schemas"] is { Members.Count: > 0 };
        (SpecNode place, string reason) = OperationReader.Read(document).Any()
            ? (root["paths"]!, "each of its operations is left out, as is said where it stands")
            : root["webhooks"] is { Members.Count: > 0 } webhooks
            ? (webhooks, "it has no operations, and its webhooks send nothing that needs a type")
            : hasSchemas
            ? (root["components"]!["schemas"]!, "it has no operations, and its schemas are plain values, or lists and maps of them, which need no type")
            : root["paths"] is { Members.Count: > 0 } paths
            ? (paths, "its paths have no operations that can be called")
            : root["components"] is { Members.Count: > 0 } components
            ? (components, "it has no operations, and no schemas among its components")
            : (root["paths"] ?? root, "it has no operations, no webhooks and no schemas");
        diagnostics.NothingGenerated(place, reason);
    }
}
