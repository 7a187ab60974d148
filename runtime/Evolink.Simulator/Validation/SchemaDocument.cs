using System.Globalization;
using System.Text.Json;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation.Validation;

/// <summary>A schema object and the resource whose names it refers to.</summary>
internal readonly record struct SchemaPosition(JsonElement Schema, SchemaResource Resource);

/// <summary>A part of the document with a name of its own (<c>$id</c>): pointers and anchors are relative to it.</summary>
internal sealed class SchemaResource(JsonElement root, Uri baseUri)
{
    public JsonElement Root => root;

    public Uri BaseUri => baseUri;

    public Dictionary<string, SchemaPosition> Anchors { get; } = new(StringComparer.Ordinal);
}

/// <summary>The document that schemas refer into; nothing is ever fetched.</summary>
internal sealed class SchemaDocument
{
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);

    public SchemaDocument(JsonElement root)
    {
        SchemaResource resource = new(root, new Uri("document:///"));
        SchemaIndex.Add(root, resource, _resources);
        Root = new SchemaPosition(root, resource);
    }

    public SchemaPosition Root { get; }

    /// <summary>The same schema, within its own resource if it declares one.</summary>
    public SchemaPosition Enter(SchemaPosition position) =>
        SchemaIndex.ReadId(position.Schema) is { } id
        && Combine(position.Resource.BaseUri, id) is { } name
        && _resources.TryGetValue(name.AbsoluteUri, out SchemaResource? resource)
            ? position with { Resource = resource }
            : position;

    /// <summary>Where a reference leads: a pointer, an anchor or a resource's name; null where it leads to nothing here.</summary>
    public SchemaPosition? Resolve(SchemaResource from, string reference)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        string address = hash < 0 ? reference : reference[..hash];
        string fragment = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);

        SchemaResource? resource = from;
        if (address.Length > 0 && (Combine(from.BaseUri, address) is not { } name || !_resources.TryGetValue(name.AbsoluteUri, out resource)))
            return null;
        if (fragment.Length == 0) return new SchemaPosition(resource.Root, resource);
        if (fragment[0] == '/') return Walk(resource, fragment);
        return resource.Anchors.TryGetValue(fragment, out SchemaPosition anchored) ? anchored : null;
    }

    public static Uri? Combine(Uri baseUri, string reference) => Uri.TryCreate(baseUri, reference, out Uri? combined) ? combined : null;

    private SchemaPosition? Walk(SchemaResource resource, string pointer)
    {
        SchemaPosition position = new(resource.Root, resource);
        foreach (string escaped in pointer[1..].Split('/'))
        {
            string token = JsonPointer.UnescapeSegment(escaped);
            if (Child(position.Schema, token) is not { } child) return null;
            position = Enter(position with { Schema = child });
        }
        return position;
    }

    private static JsonElement? Child(JsonElement parent, string token) => parent.ValueKind switch
    {
        JsonValueKind.Object when parent.TryGetProperty(token, out JsonElement member) => member,
        JsonValueKind.Array when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < parent.GetArrayLength() => parent[index],
        _ => null,
    };
}
