using System.Globalization;
using System.Text.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Uploads;

/// <summary>Finds in a response what <c>x-evolink-upload</c> names.</summary>
internal static class UploadResponse
{
    // As seconds, this is the year 5138; as milliseconds, 1973.
    private const long MostSeconds = 100_000_000_000;

    /// <summary>The file's URL; null where there is none that can be fetched.</summary>
    public static Uri? FindUrl(ApiUpload upload, JsonElement json) =>
        Find(json, upload.Url) is { ValueKind: JsonValueKind.String } text && Uri.TryCreate(text.GetString(), UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" ? url : null;

    /// <summary>What the file is deleted by.</summary>
    public static string? FindId(ApiUpload upload, JsonElement json) => Find(json, upload.Id) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>When the file is deleted.</summary>
    /// <param name="upload">What the specification says.</param>
    /// <param name="json">The response.</param>
    /// <param name="now">When it came.</param>
    public static DateTimeOffset? FindEnd(ApiUpload upload, JsonElement json, DateTimeOffset now) => Find(json, upload.Expires) switch
    {
        { ValueKind: JsonValueKind.String } text when DateTimeOffset.TryParse(
            text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset end) => end,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out long time) && time is >= 0 and < MostSeconds => DateTimeOffset.FromUnixTimeSeconds(time),
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out long time) && time is >= 0 and < MostSeconds * 1000 => DateTimeOffset.FromUnixTimeMilliseconds(time),
        _ => upload.LifetimeSeconds is { } seconds ? now.AddSeconds(seconds) : null,
    };

    private static JsonElement? Find(JsonElement json, string? pointer)
    {
        if (pointer is null) return null;
        JsonElement found = json;
        foreach (string name in JsonPointerText.Split(pointer))
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found)) return null;
        }

        return found;
    }
}
