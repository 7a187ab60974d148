using System.Text.Json;
using Evolink.Runtime.Validation;

namespace Evolink.Runtime.Uploads;

/// <summary>Finds members of a request by the paths that failures have, and what their model says of them.</summary>
internal static class MediaMembers
{
    /// <summary>What the files at some paths have to be, where the request's model says it.</summary>
    /// <param name="requestType">The request's type.</param>
    /// <param name="json">The request.</param>
    /// <param name="paths">The paths of the members.</param>
    public static IReadOnlyDictionary<string, ModelMedia> Find(Type requestType, JsonElement json, IReadOnlyCollection<string> paths)
    {
        Dictionary<string, ModelMedia> found = [];
        string? id = json.TryGetProperty("model", out JsonElement model) && model.ValueKind == JsonValueKind.String ? model.GetString() : null;
        if (ModelCatalogue.Find(requestType, id) is not { } info) return found;
        using Utf8JsonWriter nowhere = new(Stream.Null);
        Walk walk = new(paths, nowhere, (path, kinds) =>
        {
            if (kinds.Select(static kind => kind.Media).OfType<ModelMedia>().FirstOrDefault() is { } media) found[path] = media;
            return null;
        });
        walk.Object(json, [""], info.Parameters);
        return found;
    }

    /// <summary>Writes a request with URLs at some paths.</summary>
    /// <param name="json">The request.</param>
    /// <param name="urls">What to write in the place of what is at a path.</param>
    /// <param name="writer">Where to.</param>
    public static void Replace(JsonElement json, IReadOnlyDictionary<string, Uri> urls, Utf8JsonWriter writer) =>
        new Walk([.. urls.Keys], writer, (path, _) => urls[path].OriginalString).Object(json, [""], []);

    /// <summary>
    /// Writes JSON anew, and asks for each text that is at one of the paths. A member of an object and a value of a map are written apart in
    /// paths, and look alike in JSON: a place has several paths until one of them is found.
    /// </summary>
    private sealed class Walk(IReadOnlyCollection<string> paths, Utf8JsonWriter writer, Func<string, IEnumerable<ModelParameter>, string?> replace)
    {
        public void Object(JsonElement value, string[] places, IEnumerable<ModelParameter> parameters)
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in value.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                Value(
                    member.Value,
                    Leading(places.SelectMany(place => new[] { MemberPath.Join(place, member.Name), MemberPath.Key(place, member.Name) })),
                    parameters.Where(parameter => parameter.Name == member.Name));
            }

            writer.WriteEndObject();
        }

        /// <param name="value">What stands here.</param>
        /// <param name="places">Its paths; none where nothing at it or in it is asked for.</param>
        /// <param name="kinds">What its model says of it.</param>
        private void Value(JsonElement value, string[] places, IEnumerable<ModelParameter> kinds)
        {
            if (places.Length == 0)
            {
                value.WriteTo(writer);
                return;
            }

            ModelParameter[] all = [.. kinds.SelectMany(static kind => kind.Variants.Prepend(kind))];
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    Object(value, places, all.SelectMany(static kind => kind.Parameters));
                    break;
                case JsonValueKind.Array:
                    writer.WriteStartArray();
                    int index = 0;
                    foreach (JsonElement item in value.EnumerateArray())
                    {
                        int at = index++;
                        Value(item, Leading(places.Select(place => MemberPath.Item(place, at))), all.Select(static kind => kind.Items).OfType<ModelParameter>());
                    }

                    writer.WriteEndArray();
                    break;
                case JsonValueKind.String when places.FirstOrDefault(paths.Contains) is { } path && replace(path, all) is { } text:
                    writer.WriteStringValue(text);
                    break;
                default:
                    value.WriteTo(writer);
                    break;
            }
        }

        /// <summary>Those at or under which something is asked for.</summary>
        private string[] Leading(IEnumerable<string> places) => [.. places.Where(place => paths.Any(path => path.StartsWith(place, StringComparison.Ordinal)))];
    }
}
