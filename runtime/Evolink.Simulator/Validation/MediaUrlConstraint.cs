using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>
/// URLs of files that the service fetches: <c>x-evolink-media</c> says so, and in the vendor's own documents, which have no
/// such keyword, the format of a URL with a name like <c>image_urls</c>.
/// </summary>
internal static class MediaUrlConstraint
{
    private const string Keyword = "x-evolink-media";

    /// <summary>Validates a member, the items of a list or the values of a map.</summary>
    public static void Apply(SchemaScope scope, JsonElement schema, JsonProperty member)
    {
        SchemaPosition[] places = [.. Places(scope, scope.Position with { Schema = schema })];
        JsonElement? media = places.Select(static place => SchemaParts.Keyed(place.Schema, Keyword)).FirstOrDefault(static media => media is not null);
        bool isMedia = media is { } said
            ? said.ValueKind != JsonValueKind.False
            : scope.Evaluation.IsEvolink && EvolinkConventions.IsMediaUrl(member.Name) && places.Any(static place => SchemaParts.Keyed(place.Schema, "format") is { ValueKind: JsonValueKind.String } format && format.GetString() is "uri" or "url");
        if (isMedia) Validate(scope, member.Value, InstancePath.Member(scope.Path, member.Name));
    }

    private static void Validate(SchemaScope scope, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray()) Validate(scope, item, InstancePath.Item(path, index++));
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty entry in value.EnumerateObject()) Validate(scope, entry.Value, InstancePath.Member(path, entry.Name));
        }
        else if (value.ValueKind == JsonValueKind.String && !IsPublic(value.GetString()!))
        {
            scope.FailAt(path, Keyword, "must be a public http or https URL; a local file has to be uploaded first.");
        }
    }

    private static bool IsPublic(string text) => StringFormats.Accepts("uri", text) && Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && text[url.Scheme.Length..].StartsWith("://", StringComparison.Ordinal)
        && CallbackUrlConstraint.IsPublic(url) && CallbackUrlConstraint.IsPublicInDecimal(text);

    /// <summary>The schema, and that of what a list or a map holds.</summary>
    private static IEnumerable<SchemaPosition> Places(SchemaScope scope, SchemaPosition schema)
    {
        SchemaPosition[] own = [.. SchemaParts.Of(scope, schema)];
        return own.Concat(
            from part in own
            from holding in (string[])["items", "additionalProperties"]
            let held = SchemaParts.Keyed(part.Schema, holding)
            where held is { ValueKind: JsonValueKind.Object }
            from inner in SchemaParts.Of(scope, part with { Schema = held.Value })
            select inner);
    }
}
