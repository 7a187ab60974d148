using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Simulation;

namespace Evolink.Tests.Support;

/// <summary>A place in an instance that a schema speaks of: a member, there or not, or an item.</summary>
/// <param name="Holder">The object or array.</param>
/// <param name="Name">The member's name; null for an item.</param>
/// <param name="Index">The item's index.</param>
/// <param name="Schema">What the schema says of it.</param>
internal sealed record Place(JsonNode Holder, string? Name, int Index, SpecNode Schema)
{
    public bool Exists => Name is null || Holder.AsObject().ContainsKey(Name);

    public JsonNode? Value
    {
        get => Name is null ? Holder[Index] : Holder[Name];
        set
        {
            if (Name is null) Holder[Index] = value;
            else Holder[Name] = value;
        }
    }

    public void Remove()
    {
        if (Name is null) Holder.AsArray().RemoveAt(Index);
        else Holder.AsObject().Remove(Name);
    }

    /// <summary>Every place below a value.</summary>
    public static IEnumerable<Place> Below(SpecNode root, SpecNode? schema, JsonNode? value)
    {
        IEnumerable<Place> places = (value, SpecSchemas.Resolve(root, schema)) switch
        {
            (JsonObject members, { } known) => Members(root, known, members),
            (JsonArray items, { } known) when known["items"] is { } item => items.Select((_, index) => new Place(items, null, index, Resolve(root, item))),
            _ => [],
        };
        return places.SelectMany(place => Below(root, place.Schema, place.Exists ? place.Value : null).Prepend(place));
    }

    private static IEnumerable<Place> Members(SpecNode root, SpecNode schema, JsonObject members)
    {
        SpecMember[] properties = [.. SpecSchemas.Properties(root, schema)];
        IEnumerable<Place> named = properties.Select(property => new Place(members, property.Name, 0, Resolve(root, property.Value)));
        if (schema["additionalProperties"] is not { Kind: SpecNodeKind.Object } others) return named;

        IEnumerable<string> unnamed = members.Select(member => member.Key).Except(properties.Select(property => property.Name));
        return named.Concat(unnamed.Select(name => new Place(members, name, 0, Resolve(root, others))));
    }

    private static SpecNode Resolve(SpecNode root, SpecNode schema) => SpecSchemas.Resolve(root, schema)!;
}
