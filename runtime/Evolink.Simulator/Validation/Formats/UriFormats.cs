using System.Text.RegularExpressions;

namespace Evolink.Simulation.Validation;

/// <summary>RFC 3986, by its grammar; System.Uri forgives too much.</summary>
internal static partial class UriFormats
{
    public static bool IsUri(string text) => Parts().Match(text) is { Success: true } parts && parts.Groups["scheme"].Success && HostIsValid(parts);

    public static bool IsReference(string text)
    {
        Match parts = Parts().Match(text);
        if (!parts.Success || !HostIsValid(parts)) return false;
        // Without a scheme, a colon in the first segment would have been read as one.
        return parts.Groups["scheme"].Success || parts.Groups["host"].Success || !parts.Groups["path"].Value.Split('/')[0].Contains(':', StringComparison.Ordinal);
    }

    private static bool HostIsValid(Match parts)
    {
        string host = parts.Groups["host"].Value;
        return !host.StartsWith('[') || HostFormats.IsIPv6(host[1..^1]) || host.StartsWith("[v", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("""
        ^(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?
        (?://(?:(?<user>(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*)@)?
            (?<host>\[[0-9A-Za-z:._~!$&'()*+,;=-]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)
            (?::[0-9]*)?(?=[/?\#]|\z)|(?!//))
        (?<path>(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)
        (?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?
        (?:\#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
