using System;
using System.Collections.Generic;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary><c>$ref</c> within a document.</summary>
internal static class SpecReference
{
    public const string Keyword = "$ref";

    /// <summary>Where a node's own reference leads in one step; null if it has none, or one that leads nowhere or out of the document.</summary>
    public static SpecNode? Target(SpecNode node, SpecNode root)
    {
        if (node[Keyword] is not { Kind: SpecNodeKind.String } reference || IsExternal(reference.Text)) return null;
        return reference.Text.StartsWith("#/", StringComparison.Ordinal) ? root.At(reference.Text) : null;
    }

    /// <summary>
    /// The node itself if it has no reference, else what the chain of references ends in; null where it leads nowhere, out
    /// of the document or round in a circle.
    /// </summary>
    public static SpecNode? Resolve(SpecNode node, SpecNode root)
    {
        var passed = new HashSet<SpecNode>();
        for (var current = node; current is not null; current = Target(current, root))
        {
            if (!current.Has(Keyword)) return current;
            if (!passed.Add(current)) return null;
        }

        return null;
    }

    public static bool IsExternal(string reference) => !reference.StartsWith("#", StringComparison.Ordinal);
}
