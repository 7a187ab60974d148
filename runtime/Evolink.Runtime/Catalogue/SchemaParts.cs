using System.Text.Json;

namespace Evolink.Runtime.Catalogue;

/// <summary>A JSON Schema with what holds for the same value besides: what its <c>$ref</c> leads to, and its <c>allOf</c>.</summary>
internal sealed class SchemaParts
{
    private readonly List<JsonElement> _parts = [];

    public SchemaParts(JsonElement schema, JsonElement root)
    {
        Root = root;
        HashSet<string> followed = [];
        Queue<JsonElement> open = new([schema]);
        while (open.TryDequeue(out JsonElement part))
        {
            if (part.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            _parts.Add(part);
            if (JsonFacts.Text(part, "$ref") is { } reference && followed.Add(reference) && Resolve(reference, root) is { } target)
            {
                open.Enqueue(target);
            }

            foreach (JsonElement branch in JsonFacts.Items(part, "allOf"))
            {
                open.Enqueue(branch);
            }
        }
    }

    /// <summary>The document in which references are looked up.</summary>
    public JsonElement Root { get; }

    /// <summary>Every value that a keyword has, the schema's own first.</summary>
    public IEnumerable<JsonElement> All(string keyword) => _parts.Select(part => JsonFacts.Member(part, keyword)).OfType<JsonElement>();

    public JsonElement? First(string keyword) => All(keyword).Cast<JsonElement?>().FirstOrDefault();

    /// <summary>What a keyword says, the schema's own first: a description beside a reference is about this use of it.</summary>
    public T? First<T>(Func<JsonElement, string, T?> read, string keyword) => _parts.Select(part => read(part, keyword)).FirstOrDefault(static value => value is not null);

    public IEnumerable<JsonElement> Items(string keyword) => _parts.SelectMany(part => JsonFacts.Items(part, keyword));

    /// <summary>The schemas of <c>oneOf</c> and <c>anyOf</c> that are of a kind of their own, and not only a condition.</summary>
    public IEnumerable<JsonElement> Variants() => Items("oneOf").Concat(Items("anyOf"))
        .Where(variant => new SchemaParts(variant, Root) is var parts && (parts.First("type") ?? parts.First("enum") ?? parts.First("const") ?? parts.First("properties")) is not null);

    private static JsonElement? Resolve(string reference, JsonElement root)
    {
        JsonElement? found = reference.StartsWith('#') ? root : null;
        foreach (string segment in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            found = found is { } parent ? JsonFacts.Member(parent, name) : null;
        }

        return found;
    }
}
