using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Variants of a schema that are objects.</summary>
internal static class ObjectVariants
{
    /// <summary>The variants that are objects, each with what tells it from the others; null where the schema is one object itself, or nothing tells them apart.</summary>
    public static IReadOnlyList<TestedSchema>? Find(SchemaView view)
    {
        List<SpecNode> variants = view.Variants()
            .Where(variant => (SchemaKinds.Infer(SchemaView.From(variant)) & ~JsonKinds.Null) == JsonKinds.Object && ObjectMembers.Any(SchemaView.From(variant))).ToList();
        if (variants.Count < 2 || view.Properties().Any() || IsAmongItsVariants(view))
        {
            return null;
        }

        Discriminator? discriminator = Discriminators.Read(view);
        Dictionary<SpecNode, IReadOnlyList<DiscriminatorValue>> values = discriminator?.DerivedTypes.ToDictionary(item => item.Schema, item => item.Values) ?? [];
        List<ObjectCandidate> candidates = variants.ConvertAll(variant => new ObjectCandidate(
            variant, discriminator?.Property, SpecReference.Target(variant) is { } target && values.TryGetValue(target, out IReadOnlyList<DiscriminatorValue>? own) ? own : []));
        return ObjectTests.Find(candidates, discriminator?.Property) is not { } tested ? null
            : view.Variants().FirstOrDefault(IsOpen) is { } open && tested.All(item => item.Conditions.Count > 0) ? [.. tested, new TestedSchema(open, [])]
            : tested;
    }

    /// <summary>Whether a variant is any object: a map, of which no member is known.</summary>
    private static bool IsOpen(SpecNode variant) =>
        SchemaView.From(variant) is var view && view.First("type") is not null && (SchemaKinds.Infer(view) & ~JsonKinds.Null) == JsonKinds.Object && !ObjectMembers.Any(view);

    /// <summary>A union becomes a struct, and a struct cannot hold itself.</summary>
    private static bool IsAmongItsVariants(SchemaView view)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SchemaView>([view]);
        while (open.Count > 0)
        {
            foreach (SchemaView variant in open.Pop().Variants().Select(SchemaView.From).Where(variant => seen.Add(variant.Identity)))
            {
                open.Push(variant);
            }
        }

        return seen.Contains(view.Identity);
    }
}
