using Evolink.Runtime.Validation.Formats;

namespace Evolink.Runtime.Validation.Callbacks;

/// <summary>Which URLs the service can fetch a file from: http or https, and no host that means a machine or network of the caller's.</summary>
internal static class MediaUrlRule
{
    /// <summary>The failure of a URL that has a problem.</summary>
    public static string Describe(string problem) => $"must be a public http or https URL, but {problem}; a local file has to be uploaded first";

    /// <summary>What is wrong with a URL, as words after “must be …, but”; null where nothing is.</summary>
    public static string? Problem(string text)
    {
        if (!UriSyntax.IsUri(text, allowUnicode: true))
        {
            return "is no absolute URL";
        }

        // With the colon.
        ReadOnlySpan<char> scheme = text.AsSpan(0, text.IndexOf(':') + 1);
        if (!scheme.Equals("https:", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("http:", StringComparison.OrdinalIgnoreCase))
        {
            return $"is a {scheme} address";
        }

        if (!text.AsSpan(scheme.Length).StartsWith("//") || !Uri.TryCreate(text, UriKind.Absolute, out Uri? url))
        {
            return "has no host";
        }

        ReadOnlySpan<char> authority = text.AsSpan(scheme.Length + "//".Length);
        int end = authority.IndexOfAny("/?#");
        authority = end < 0 ? authority : authority[..end];
        return CallbackUrlRule.HostProblem(url, authority[(authority.IndexOf('@') + 1)..]);
    }
}
