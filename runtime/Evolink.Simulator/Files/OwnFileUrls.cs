using System.Text;
using System.Text.Json;

namespace Evolink.Simulation;

/// <summary>
/// The simulator's own URLs lead to the loopback, which no service could fetch from; it takes them as the public ones that they stand for. Uploads are
/// told by the public ones, which clients accept in requests.
/// </summary>
internal static class OwnFileUrls
{
    public const string Public = "https://files.example.com";
    private static readonly string[] s_roots = [StoredFileEndpoint.Root, ResultEndpoint.Root];

    /// <summary>The body to check: the same where it names no file of the simulator's.</summary>
    public static JsonElement MadePublic(JsonBody body, string origin)
    {
        if (body.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(origin)) < 0) return body.Root;
        string text = s_roots.Aggregate(Encoding.UTF8.GetString(body.Bytes), (json, root) => json.Replace('"' + origin + root, '"' + Public + root, StringComparison.Ordinal));
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
