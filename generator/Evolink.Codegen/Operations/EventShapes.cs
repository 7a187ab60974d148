using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>
/// Finds by which members the events of a stream are known. A tag (<c>type: response.created</c>) is enough; without one it is what the schema
/// requires, else that there is one member that it knows. An event describes an error if it has a member <c>error</c>, or if its tag or its schema's name say so.
/// </summary>
internal static class EventShapes
{
    /// <summary>How many unions within each other are looked into.</summary>
    private const int Deepest = 8;
    private const string Error = "error";

    /// <summary>The shapes; none where any object may be an event.</summary>
    /// <param name="data">The schema of the events' JSON.</param>
    /// <param name="media">The media type that they are described under.</param>
    public static EquatableArray<EventShape> Find(SpecNode data, SpecNode media)
    {
        var shapes = new List<EventShape>();
        foreach (ObjectCandidate candidate in Leaves(data, null, [], 0))
        {
            shapes.Add(Read(candidate));
        }

        if (EventSchemas.NamesOf(media).Contains(Error))
        {
            shapes.Add(new EventShape([], [], "event", [Error], IsError: true));
        }

        return shapes.Any(shape => shape is { Tag: null, IsError: false, Required.Count: 0, AnyOf.Count: 0 }) && !shapes.Any(shape => shape.IsError) ? [] : United(shapes);
    }

    /// <summary>The schemas of objects that an event may be of, with what a discriminator says of each.</summary>
    private static IEnumerable<ObjectCandidate> Leaves(SpecNode schema, (string Property, IReadOnlyList<DiscriminatorValue> Values)? tag, HashSet<SpecNode> open, int depth)
    {
        SchemaView view = SchemaView.From(schema);
        if (depth == Deepest || !open.Add(view.Identity))
        {
            return [];
        }

        Discriminator? discriminator = Discriminators.Read(view);
        List<SpecNode> variants = discriminator is null
            ? view.Variants().Where(variant => (SchemaKinds.Infer(SchemaView.From(variant)) & JsonKinds.Object) != 0).ToList()
            : discriminator.DerivedTypes.Select(derived => derived.Schema).ToList();
        IEnumerable<ObjectCandidate> leaves = variants.Count == 0
            ? [new ObjectCandidate(schema, tag?.Property, tag?.Values ?? [])]
            : variants.SelectMany(variant => Leaves(
                variant, discriminator is null ? null : (discriminator.Property, discriminator.DerivedTypes.First(derived => derived.Schema == variant).Values), open, depth + 1)).ToList();
        open.Remove(view.Identity);
        return leaves;
    }

    private static EventShape Read(ObjectCandidate candidate)
    {
        KeyValuePair<string, IReadOnlyList<DiscriminatorValue>> tag = candidate.Members
            .Where(member => member.Value.Count > 0 && member.Value.All(value => value.Kind == JsonKinds.String))
            .OrderBy(member => member.Value.Count).ThenBy(member => candidate.Requires(member.Key) ? 0 : 1)
            .FirstOrDefault(member => member.Value.Count == 1 || candidate.Requires(member.Key));
        bool isError = candidate.Members.ContainsKey(Error)
            || (tag.Key is not null && tag.Value.Any(value => SaysError(value.Text)))
            || SaysError(ComponentSchemas.NameOf(SchemaView.From(candidate.Schema).Identity) ?? "");
        if (tag.Key is not null)
        {
            return new EventShape([], [], tag.Key, tag.Value.Select(value => value.Text).ToEquatableArray(), isError);
        }

        EquatableArray<string> required = candidate.Members.Keys.Where(candidate.Requires).ToEquatableArray();
        return new EventShape(required, required.Count > 0 ? [] : candidate.Members.Keys.ToEquatableArray(), null, [], isError);
    }

    /// <summary>Those of one tag are one: a service has dozens of events.</summary>
    private static EquatableArray<EventShape> United(IEnumerable<EventShape> shapes) => shapes
        .GroupBy(shape => (shape.Tag, shape.IsError, Own: shape.Tag is null ? shape : null))
        .Select(same => same.First() with { Values = same.SelectMany(shape => shape.Values).Distinct(StringComparer.Ordinal).ToEquatableArray() })
        .ToEquatableArray();

    private static bool SaysError(string name) => name.IndexOf(Error, StringComparison.OrdinalIgnoreCase) >= 0;
}
