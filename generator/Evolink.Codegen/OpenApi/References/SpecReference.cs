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
        return reference.Text.StartsWith("#/", StringComparison.Ordinal) ? root.At(reference.Text)
            : reference.Text.Length > 1 ? SchemaAnchors.Find(node, Uri.UnescapeDataString(reference.Text.Substring(1)), root)
            : null;
    }

    /// <summary>
    /// The node itself if it has no reference, else what the chain of references ends in; null where it leads nowhere, out
    /// of the document or round in a circle.
    /// </summary>
    public static SpecNode? Resolve(SpecNode node, SpecNode root)
    {
        var passed = new HashSet<SpecNode>();
        for (SpecNode? current = node; current is not null; current = Target(current, root))
        {
            if (!current.Has(Keyword)) return current;
            if (!passed.Add(current)) return null;
        }

        return null;
    }

    /// <summary>The same within the node's own tree.</summary>
    public static SpecNode? Target(SpecNode node)
    {
        if (!node.Has(Keyword)) return null;

        SpecNode root = node;
        while (root.Parent is { } parent) root = parent;
        return Target(node, root);
    }

    /// <summary>What the chain of a node's references ends in; of one that leads nowhere or round in a circle, the last node.</summary>
    public static SpecNode? Follow(SpecNode? node)
    {
        var passed = new HashSet<SpecNode>();
        while (node is not null && passed.Add(node) && Target(node) is { } target) node = target;
        return node;
    }

    public static bool IsExternal(string reference) => !reference.StartsWith("#", StringComparison.Ordinal);
}
