using System;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Schemas that the document gives a name.</summary>
internal static class ComponentSchemas
{
    private const string Holder = "/components/schemas";

    /// <summary>Whether a pointer leads to one.</summary>
    public static bool IsPointer(string pointer) =>
        pointer.StartsWith(Holder + "/", StringComparison.Ordinal) && pointer.IndexOf('/', Holder.Length + 1) < 0;

    /// <summary>The name under which <c>components/schemas</c> holds a node; null for an inline schema.</summary>
    public static string? NameOf(SpecNode node) =>
        node.Parent is { } schemas && schemas.Pointer == Holder ? node.Name : null;
}
