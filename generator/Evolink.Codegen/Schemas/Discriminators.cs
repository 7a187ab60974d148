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
internal sealed record Discriminator(string Property, JsonKinds Kind, IReadOnlyList<DerivedSchema> DerivedTypes);

/// <summary>A schema that a discriminator leads to, with the values that lead to it.</summary>
internal sealed record DerivedSchema(SpecNode Schema, IReadOnlyList<DiscriminatorValue> Values);

/// <summary>Reads discriminators, in both of the ways in which they are written.</summary>
internal static class Discriminators
{
    /// <summary>The discriminator of a schema; null where it has none, or one that does not choose between objects.</summary>
    public static Discriminator? Read(SchemaView view)
    {
        SpecNode schema = view.Identity;
        if (schema["discriminator"] is not { } node || node["propertyName"] is not { Kind: SpecNodeKind.String } property)
        {
            return null;
        }

        IReadOnlyList<SpecNode> variants = SchemaView.OwnVariants(schema);
        List<SpecNode> schemas = variants.Select(SpecReference.Target).OfType<SpecNode>().ToList();
        if (variants.Count == 0)
        {
            // The older way: the base stands alone, and its children name it under allOf.
            schemas = Children(schema).ToList();
        }
        else if (schemas.Count < variants.Count)
        {
            return null;
        }

        bool areObjects = schemas.Count > 0 && schemas.All(derived =>
            SchemaKinds.Infer(SchemaView.From(derived)) == JsonKinds.Object && derived["discriminator"] is null && !ReferenceEquals(derived, schema));
        return areObjects && KindOf(schemas, property.Text) is { } kind ? Create(node, property.Text, kind, [.. schemas.Distinct()]) : null;
    }

    /// <summary>The discriminator as the tests of a union; null where there is none, or where several values stand for one schema.</summary>
    public static IReadOnlyList<(SpecNode Schema, ObjectTest? Test)>? ToObjectTests(SchemaView view) =>
        Read(view) is { } discriminator && discriminator.DerivedTypes.All(item => item.Values.Count == 1)
            ? [.. discriminator.DerivedTypes.Select((item, index) =>
                (item.Schema, index == discriminator.DerivedTypes.Count - 1 ? null : new ObjectTest(discriminator.Property, item.Values[0])))]
            : null;

    /// <summary>Null where the mapping has a value that the member cannot have, such as a name where it is a number.</summary>
    private static Discriminator? Create(SpecNode node, string property, JsonKinds kind, List<SpecNode> schemas)
    {
        var derived = new List<DerivedSchema>();
        foreach (SpecNode schema in schemas)
        {
            List<DiscriminatorValue?> values = Values(node, property, schema).Select(value => DiscriminatorValues.Parse(kind, value)).ToList();
            if (values.Contains(null))
            {
                return null;
            }

            derived.Add(new DerivedSchema(schema, [.. values.OfType<DiscriminatorValue>().Distinct()]));
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

    private static IEnumerable<SpecNode> Children(SpecNode schema) => (schema.Parent?.Members ?? [])
        .Where(member => ComponentSchemas.NameOf(schema) is not null
            && (member.Value["allOf"]?.Items ?? []).Any(part => ReferenceEquals(SpecReference.Target(part), schema)))
        .Select(member => member.Value);

    /// <summary>The values for a schema: those that the mapping gives, else those that its own member fixes, else its name.</summary>
    private static List<string> Values(SpecNode discriminator, string property, SpecNode schema)
    {
        string name = ComponentSchemas.NameOf(schema) ?? "";
        List<string> mapped = (discriminator["mapping"]?.Members ?? [])
            .Where(entry => entry.Value.Text == name || entry.Value.Text.EndsWith("/" + JsonPointer.EscapeSegment(name), StringComparison.Ordinal))
            .Select(entry => entry.Name).ToList();
        if (mapped.Count > 0)
        {
            return mapped;
        }

        List<string> own = Member(schema, property) is not { } member ? [] : SchemaValues.Resolve(member)
            .Where(value => value.Kind is SpecNodeKind.String or SpecNodeKind.Number).Select(value => value.Text).ToList();
        return own.Count == 1 ? own : [name];
    }
}
