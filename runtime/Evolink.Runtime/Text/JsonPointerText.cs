namespace Evolink.Runtime.Text;

/// <summary>JSON pointers (RFC 6901) as text.</summary>
internal static class JsonPointerText
{
    /// <summary>The names on the way to a member.</summary>
    public static string[] Split(string pointer) => [.. pointer.TrimStart('/').Split('/').Select(Unescape)];

    private static string Unescape(string segment) => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
