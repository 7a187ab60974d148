using System.Globalization;
using System.Text.Json.Nodes;

namespace Evolink.Simulation;

/// <summary>Files as the files API describes them, in its own envelope.</summary>
internal static class FileJson
{
    /// <summary>A good response.</summary>
    public static JsonResponse Ok(string message, JsonNode? data = null)
    {
        JsonObject json = new() { ["success"] = true, ["code"] = 200, ["msg"] = message };
        if (data is not null) json["data"] = data;
        return new JsonResponse(200, json);
    }

    public static JsonObject Describe(StoredFile file, string origin) => new()
    {
        ["file_id"] = file.Id,
        ["file_name"] = file.Name,
        ["original_name"] = file.OriginalName,
        ["file_size"] = file.Size,
        ["mime_type"] = file.ContentType,
        ["upload_path"] = file.Folder,
        // A client takes no URL of this machine for one that a service can fetch.
        ["file_url"] = OwnFileUrls.Public + file.UrlPath,
        ["download_url"] = origin + file.UrlPath,
        ["upload_time"] = Format(file.Uploaded),
        ["expires_at"] = Format(file.Expires),
    };

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
