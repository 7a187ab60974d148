using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A schema whose objects say by one member which of several schemas they are of.</summary>
/// <param name="Property">The member's JSON name.</param>
/// <param name="Kind">What the member is: String or Number.</param>
/// <param name="DerivedTypes">Each schema with the values that stand for it.</param>
internal sealed record Discriminator(string Property, JsonKinds Kind, IReadOnlyList<DerivedSchema> DerivedTypes)
{
    /// <summary>Whether no value stands for two schemas.</summary>
    public bool IsUnambiguous { get; } = DerivedTypes.SelectMany(item => item.Values).GroupBy(value => value).All(same => same.Count() == 1);
}

/// <summary>A schema that a discriminator leads to, with the values that lead to it.</summary>
internal sealed record DerivedSchema(SpecNode Schema, IReadOnlyList<DiscriminatorValue> Values)
{
    /// <summary>The schema's own discriminator; null where it is one kind of object.</summary>
    public Discriminator? Nested { get; init; }
}

/// <summary>Reads discriminators, in both of the ways in which they are written, and to any depth.</summary>
internal static class Discriminators
{
    /// <summary>The discriminator of a schema; null where it has none, or one that does not choose between objects.</summary>
    public static Discriminator? Read(SchemaView view) => Read(view.Identity, []);

    /// <param name="schema">The schema.</param>
    /// <param name="open">The schemas that are being read: one of them under itself is no hierarchy.</param>
    private static Discriminator? Read(SpecNode schema, HashSet<SpecNode> open)
    {
        if (schema["discriminator"] is not { } node || node["propertyName"] is not { Kind: SpecNodeKind.String } property || !open.Add(schema))
        {
            return null;
        }

        Discriminator? discriminator = Derived(schema, node) is not { Count: > 0 } schemas ? null : Read(schema, property.Text, schemas, open);
        open.Remove(schema);
        return discriminator;
    }

    private static Discriminator? Read(SpecNode schema, string property, List<SpecNode> schemas, HashSet<SpecNode> open)
    {
        var below = new Dictionary<SpecNode, Discriminator>();
        foreach (SpecNode derived in schemas)
        {
            if (ReferenceEquals(derived, schema) || (SchemaKinds.Infer(SchemaView.From(derived)) & ~JsonKinds.Null) != JsonKinds.Object)
            {
                return null;
            }

            if (derived["discriminator"] is not null)
            {
                if (Read(derived, open) is not { } nested)
                {
                    return null;
                }

                below.Add(derived, nested);
            }
        }

        // What stands under one of the schemas is reached through it.
        var reached = new HashSet<SpecNode>(below.Values.SelectMany(Leaves));
        List<SpecNode> own = schemas.Where(derived => !reached.Contains(derived)).ToList();
        return KindOf(own, property) is { } kind ? Create(schema, property, kind, own, below) : null;
    }

    /// <summary>The schemas that a discriminator leads to: its variants, else those that name it under allOf, and those of its mapping; null where one has no name.</summary>
    private static List<SpecNode>? Derived(SpecNode schema, SpecNode node)
    {
        IReadOnlyList<SpecNode> variants = SchemaView.OwnVariants(schema);
        List<SpecNode> schemas = variants.Select(SpecReference.Target).OfType<SpecNode>().ToList();
        if (variants.Count == 0)
        {
            // The older way: the base stands alone, and its children name it under allOf, as their children do them.
            schemas = DerivedSchemas.Under(schema).ToList();
        }
        else if (schemas.Count < variants.Count)
        {
            return null;
        }
        else
        {
            // A mapping may name what stands under one of the variants.
            schemas.AddRange(schemas.SelectMany(DerivedSchemas.Under).Where(derived => IsMapped(node, ComponentSchemas.NameOf(derived) ?? "")).ToList());
        }

        return [.. schemas.Distinct()];
    }

    private static IEnumerable<SpecNode> Leaves(Discriminator discriminator) =>
        discriminator.DerivedTypes.SelectMany(item => item.Nested is { } nested ? Leaves(nested).Prepend(item.Schema) : [item.Schema]);

    /// <summary>Null where the mapping has a value that the member cannot have, such as a name where it is a number.</summary>
    private static Discriminator? Create(SpecNode schema, string property, JsonKinds kind, List<SpecNode> schemas, Dictionary<SpecNode, Discriminator> below)
    {
        var derived = new List<DerivedSchema>();
        Dictionary<SpecNode, List<string>> own = schemas.Distinct().ToDictionary(item => item, item => OwnValues(item, property));
        ILookup<string, SpecNode> owners = schemas.SelectMany(item => own[item].Select(value => (value, item))).ToLookup(pair => pair.value, pair => pair.item);
        foreach (SpecNode item in schemas)
        {
            Discriminator? nested = below.TryGetValue(item, out Discriminator? found) ? found : null;
            List<DiscriminatorValue?> values = Values(schema, property, item, own[item], owners).Select(value => DiscriminatorValues.Parse(kind, value)).ToList();
            if (values.Contains(null))
            {
                return null;
            }

            if (nested?.Property == property)
            {
                // One member tells all of them apart, so that the values of those below lead to the schema between, too.
                values.AddRange(nested.DerivedTypes.SelectMany(leaf => leaf.Values));
            }

            derived.Add(new DerivedSchema(item, [.. values.OfType<DiscriminatorValue>().Distinct()]) { Nested = nested });
        }

        return new Discriminator(property, kind, derived);
    }

    /// <summary>What the schemas that describe the member say it is; null where it is true or false, which no mapping names.</summary>
    private static JsonKinds? KindOf(List<SpecNode> schemas, string property)
    {
        List<JsonKinds> kinds = schemas.Select(schema => Member(schema, property)).OfType<SchemaView>()
            .Select(member => SchemaKinds.Infer(member) & ~JsonKinds.Null).Where(kinds => kinds != JsonKinds.None).Distinct().ToList();
        return kinds.Count > 0 && kinds.All(kind => kind is JsonKinds.Integer or JsonKinds.Number) ? JsonKinds.Number
            : kinds.Count == 1 && kinds[0] == JsonKinds.Boolean ? null
            : JsonKinds.String;
    }

    private static SchemaView? Member(SpecNode schema, string property) =>
        SchemaView.From(schema).Properties().FirstOrDefault(item => item.Key == property).Value is { } nodes ? SchemaView.From(nodes) : null;

    /// <summary>The values for a schema: those that the mapping gives, else those that its own member lists and no other schema's does, else its name.</summary>
    private static List<string> Values(SpecNode hierarchy, string property, SpecNode schema, List<string> own, ILookup<string, SpecNode> owners)
    {
        string name = ComponentSchemas.NameOf(schema) ?? "";
        // The mapping of the root speaks of what stands under its children, too.
        List<string> mapped = SchemaView.From(hierarchy).Parts.Select(part => part["discriminator"]).OfType<SpecNode>()
            .Where(node => node["propertyName"]?.Text == property)
            .SelectMany(node => Mapping(node, name)).Distinct().ToList();
        if (mapped.Count > 0)
        {
            return mapped;
        }

        // Several are the schema's own where its name is not meant: that is one of them where all share the list of their base.
        return own.Count == 1 || (own.Count > 1 && !own.Contains(name) && own.All(value => owners[value].Count() == 1)) ? own : [name];
    }

    /// <summary>The values that a schema lists for its member.</summary>
    private static List<string> OwnValues(SpecNode schema, string property) => Member(schema, property) is not { } member ? [] : SchemaValues.Resolve(member)
        .Where(value => value.Kind is SpecNodeKind.String or SpecNodeKind.Number).Select(value => value.Text).Distinct().ToList();

    private static bool IsMapped(SpecNode discriminator, string name) => Mapping(discriminator, name).Any();

    private static IEnumerable<string> Mapping(SpecNode discriminator, string name) => (discriminator["mapping"]?.Members ?? [])
        .Where(entry => Uri.UnescapeDataString(entry.Value.Text) is var target && (target == name || target.EndsWith("/" + JsonPointer.EscapeSegment(name), StringComparison.Ordinal)))
        .Select(entry => entry.Name);
}
