using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Requests;
using Evolink.Runtime.Validation;

namespace Evolink.Runtime.Uploads;

/// <summary>Uploads the files of this machine that requests name where they should have URLs: <see cref="EvolinkOptions.UploadLocalFiles"/>.</summary>
internal sealed class LocalFileUploads(ApiPipeline pipeline, ApiOperation upload)
{
    /// <summary>Puts URLs in the place of local files. A request that is refused anyway is left as it is, and nothing of it is uploaded.</summary>
    /// <exception cref="EvolinkValidationException">A file is not there, or cannot be uploaded; the request was not sent.</exception>
    public async Task CompleteAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Body is not JsonBody { Value: GenerationRequest request } body
            || RequestTypes.Find(request.GetType()) is not { } type
            || ModelValidation.FindUnfitMedia(request) is not { Count: > 0 } media)
        {
            return;
        }

        Dictionary<string, string> paths = [];
        foreach ((string member, string text) in media)
        {
            // Whatever is no file either is refused as ever.
            if (LocalPath.Find(text) is not { } path) return;
            paths.Add(member, path);
        }

        ThrowIfMissing(paths);
        Dictionary<string, Uri> uploaded = [];
        foreach (string path in paths.Values)
        {
            if (!uploaded.ContainsKey(path)) uploaded.Add(path, await FileUpload.SendAsync(pipeline, upload, path, null, cancellationToken).ConfigureAwait(false));
        }

        call.Json(Replace(request, type, paths.ToDictionary(entry => entry.Key, entry => uploaded[entry.Value])), mediaType: body.MediaType);
    }

    private static void ThrowIfMissing(Dictionary<string, string> paths)
    {
        ValidationResult[] missing =
        [
            .. paths.Where(static entry => !File.Exists(entry.Value))
                .Select(static entry => new ValidationResult($"{entry.Key}: must be a public http or https URL, or name a file of this machine, and there is no such file.", [entry.Key])),
        ];
        if (missing.Length > 0) throw new EvolinkValidationException(missing);
    }

    private static GenerationRequest Replace(GenerationRequest request, RequestType type, IReadOnlyDictionary<string, Uri> urls)
    {
        using JsonDocument json = RequestJson.Parse(request);
        return RequestJson.Create(type, writer => Write(writer, json.RootElement, [""], urls));
    }

    /// <param name="writer">Where to.</param>
    /// <param name="value">What stands here.</param>
    /// <param name="places">What the paths of failures call this place: a member of an object and a value of a map are written apart there, and look alike here.</param>
    /// <param name="urls">What to write in the place of what is at a path.</param>
    private static void Write(Utf8JsonWriter writer, JsonElement value, string[] places, IReadOnlyDictionary<string, Uri> urls)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when places.Length > 0:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, Known(places.SelectMany(place => new[] { MemberPath.Join(place, member.Name), MemberPath.Key(place, member.Name) }), urls), urls);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array when places.Length > 0:
                writer.WriteStartArray();
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    int at = index++;
                    Write(writer, item, Known(places.Select(place => MemberPath.Item(place, at)), urls), urls);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when places.FirstOrDefault(urls.ContainsKey) is { } place:
                writer.WriteStringValue(urls[place].OriginalString);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>Those at or under which there is something to replace.</summary>
    private static string[] Known(IEnumerable<string> places, IReadOnlyDictionary<string, Uri> urls) =>
        [.. places.Where(place => urls.Keys.Any(path => path.StartsWith(place, StringComparison.Ordinal)))];
}
