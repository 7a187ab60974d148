using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Schemas that the document gives a name.</summary>
internal static class ComponentSchemas
{
    /// <summary>The name under which <c>components/schemas</c> holds a node; null for an inline schema.</summary>
    public static string? NameOf(SpecNode node) =>
        node.Parent is { } schemas && schemas.Pointer == "/components/schemas" ? node.Name : null;
}
