using System.Text.Json.Nodes;

namespace Evolink.Simulation;

/// <summary>
/// A document with what it refers to in other files: each such file stands under a member of its own in the document, and the references lead
/// there, so that nobody else has to know of files.
/// </summary>
/// <param name="document">The document's path, from the folder that it was found in.</param>
/// <param name="find">The JSON of a file by its path from that folder, with slashes; null where there is none.</param>
internal sealed class SpecBundle(string document, Func<string, JsonNode?> find)
{
    private const string Parts = "x-parts";
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly JsonObject _parts = [];

    /// <summary>Adds to a document what it refers to. A reference that leads to no file stays as it is.</summary>
    /// <returns>Whether it refers to any file.</returns>
    public bool Fill(JsonNode root)
    {
        Redirect(root, document);
        if (_parts.Count == 0 || root is not JsonObject members) return false;
        members[Parts] = _parts;
        return true;
    }

    private void Redirect(JsonNode? node, string file)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToList())
                {
                    if (name == "$ref" && TextOf(value) is { } reference) members[name] = Target(reference, file);
                    else if (name == "mapping" && members.ContainsKey("propertyName") && value is JsonObject mapping) RedirectMapping(mapping, file);
                    else Redirect(value, file);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items) Redirect(item, file);
                break;
        }
    }

    // The mapping of a discriminator holds references, or names of schemas.
    private void RedirectMapping(JsonObject mapping, string file)
    {
        foreach ((string name, JsonNode? value) in mapping.ToList())
        {
            if (TextOf(value) is { } reference && (reference.Contains('#', StringComparison.Ordinal) || reference.Contains('.', StringComparison.Ordinal))) mapping[name] = Target(reference, file);
        }
    }

    private string Target(string reference, string file)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        (string path, string pointer) = hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
        if (Normalise(path, file) is not { } target) return reference;
        if (target == document) return "#" + pointer;
        return KeyOf(target) is { } key ? $"#/{Parts}/{key}{pointer}" : reference;
    }

    private string? KeyOf(string path)
    {
        if (_keys.TryGetValue(path, out string? known)) return known;
        if (find(path)?.DeepClone() is not { } part) return null;
        string key = $"p{_keys.Count + 1}";
        _keys.Add(path, key);
        _parts.Add(key, part);
        Redirect(part, path);
        return key;
    }

    /// <summary>The path of a file that another refers to; null where it leads out of the folder, or is no path.</summary>
    private static string? Normalise(string path, string from)
    {
        if (path.Length == 0) return from;
        List<string> segments = [.. from.Split('/')[..^1]];
        foreach (string segment in Uri.UnescapeDataString(path).Split('/'))
        {
            if (segment is "." or "") continue;
            if (segment != "..") segments.Add(segment);
            else if (segments.Count == 0) return null;
            else segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
