namespace Evolink.Runtime.Json;

/// <summary>Makes a URI of any text.</summary>
internal static class LenientUri
{
    /// <summary>The URI or reference as it is written; a text that no <see cref="Uri"/> can hold is kept percent-encoded.</summary>
    public static Uri Parse(string text) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : new(Uri.EscapeDataString(text), UriKind.Relative);
}
