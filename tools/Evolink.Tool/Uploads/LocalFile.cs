using System.Text.Json.Nodes;

namespace Evolink.Tool.Uploads;

/// <summary>A file of this machine that a request names where a URL is due.</summary>
/// <param name="Member">Where it stands, such as <c>image_urls[0]</c>.</param>
/// <param name="Path">The whole path.</param>
/// <param name="Media">What the file has to be.</param>
/// <param name="Node">The text in the request.</param>
internal sealed record LocalFile(string Member, string Path, ModelMedia Media, JsonNode Node)
{
    /// <summary>Puts a URL in its place.</summary>
    public void Replace(Uri url)
    {
        JsonNode text = url.OriginalString;
        if (Node.Parent is JsonArray items) items[Node.GetElementIndex()] = text;
        else Node.Parent![Node.GetPropertyName()] = text;
    }
}
