using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>The components that name another under <c>allOf</c>, which is how a schema derives from one.</summary>
internal static class DerivedSchemas
{
    /// <summary>Found once for the components of a document, since each base of thousands of schemas would look at all of them.</summary>
    private static readonly ConditionalWeakTable<SpecNode, ILookup<SpecNode, SpecNode>> s_byBase = new();

    /// <summary>Found once for a schema, since each of thousands of its cases asks whether it is one.</summary>
    private static readonly ConditionalWeakTable<SpecNode, HashSet<SpecNode>> s_cases = new();

    /// <summary>The schemas that derive from a component, and those that derive from them; what has a discriminator of its own is asked for its own.</summary>
    public static IEnumerable<SpecNode> Under(SpecNode schema)
    {
        if (schema.Parent is not { } components || ComponentSchemas.NameOf(schema) is null)
        {
            yield break;
        }

        ILookup<SpecNode, SpecNode> byBase = s_byBase.GetValue(components, Index);
        var seen = new HashSet<SpecNode> { schema };
        var open = new Queue<SpecNode>(byBase[schema]);
        while (open.Count > 0)
        {
            SpecNode derived = open.Dequeue();
            if (!seen.Add(derived))
            {
                continue;
            }

            yield return derived;
            foreach (SpecNode below in derived["discriminator"] is null ? byBase[derived] : [])
            {
                open.Enqueue(below);
            }
        }
    }

    /// <summary>Whether a schema is, or derives from, one whose children a discriminator tells apart: what names it under <c>allOf</c> is a child, and no other name for it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="alsoOverVariants">Whether one whose variants a discriminator tells apart counts, too.</param>
    public static bool IsOfHierarchy(SpecNode schema, bool alsoOverVariants = false)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>([schema]);
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            if (node["discriminator"] is not null && (alsoOverVariants || SchemaView.OwnVariants(node).Count == 0))
            {
                return true;
            }

            IEnumerable<SpecNode> parts = alsoOverVariants ? [node, .. node["allOf"]?.Items ?? []] : node["allOf"]?.Items ?? [];
            foreach (SpecNode target in parts.Select(SpecReference.Target).OfType<SpecNode>())
            {
                open.Push(target);
            }
        }

        return false;
    }

    /// <summary>The schemas of which the discriminator of a schema makes a choice: its variants, and what its mapping names.</summary>
    public static HashSet<SpecNode> Cases(SpecNode schema) => s_cases.GetValue(schema, FindCases);

    private static HashSet<SpecNode> FindCases(SpecNode schema)
    {
        var cases = new HashSet<SpecNode>();
        foreach (SpecNode variant in SchemaView.OwnVariants(schema))
        {
            for (SpecNode? node = variant; node is not null && cases.Add(node);)
            {
                node = SpecReference.Target(node);
            }
        }

        cases.UnionWith((schema["discriminator"]?["mapping"]?.Members ?? [])
            .Select(entry => schema.Parent?[JsonPointer.UnescapeSegment(Uri.UnescapeDataString(entry.Value.Text).Split('/').Last())]).OfType<SpecNode>());
        cases.Remove(schema);
        return cases;
    }

    private static ILookup<SpecNode, SpecNode> Index(SpecNode components) => components.Members
        .SelectMany(member => (member.Value["allOf"]?.Items ?? []).Select(SpecReference.Target).OfType<SpecNode>().Distinct().Select(target => (Base: target, Derived: member.Value)))
        .ToLookup(pair => pair.Base, pair => pair.Derived);
}
