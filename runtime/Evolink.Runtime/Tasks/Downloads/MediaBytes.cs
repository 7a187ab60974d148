using System.Text;

namespace Evolink;

/// <summary>Tells a result from the web page of a login, an error or a captive portal.</summary>
internal static class MediaBytes
{
    public static bool IsWebPage(ReadOnlySpan<byte> start, string? mediaType)
    {
        if (mediaType is not null && mediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)) return true;
        string text = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 256)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
