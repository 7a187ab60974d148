using Evolink.Runtime.Validation.Addresses;
using Evolink.Runtime.Validation.Formats;

namespace Evolink.Runtime.Validation.Callbacks;

/// <summary>
/// Which URLs a service on the public internet can and may call back: https, at most 2048 characters, no credentials, and
/// no host that means the caller's own machine or network in any spelling. A name that resolves to a private address
/// cannot be seen from here; that is for the service to judge.
/// </summary>
internal static class CallbackUrlRule
{
    public const int MaximumLength = 2048;

    private const string Scheme = "https://";

    /// <summary>The failure of a URL that has a problem.</summary>
    public static string Describe(string problem) => $"must be a public https URL of at most 2048 characters, but {problem}";

    /// <inheritdoc cref="Problem(Uri)"/>
    public static string? Problem(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) ? Problem(url) : "is no absolute https URL";

    /// <summary>What is wrong with a URL, as words after “must be …, but”; null where nothing is.</summary>
    public static string? Problem(Uri url)
    {
        string text = url.OriginalString;
        if (TextLength.Count(text) > MaximumLength)
        {
            return "is longer than 2048 characters";
        }

        if (!url.IsAbsoluteUri || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "is no absolute https URL";
        }

        // Parsers disagree about these: some drop them, some take a backslash for a slash, so the host would depend on the reader.
        foreach (char c in text)
        {
            if (c is '\\' || char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return "holds white space, a control character or a backslash";
            }
        }

        // The property is a `format: uri` as well, and one message about one URL is enough.
        if (!UriSyntax.IsUri(text, allowUnicode: true))
        {
            return "holds what has to be percent-encoded";
        }

        ReadOnlySpan<char> authority = text.AsSpan(Scheme.Length);
        int end = authority.IndexOfAny("/?#");
        authority = end < 0 ? authority : authority[..end];
        return authority.Contains('@') ? "holds user information" : HostProblem(url, authority);
    }

    /// <summary>What is wrong with the host of a URL, in the same words.</summary>
    /// <param name="url">The URL, absolute.</param>
    /// <param name="authority">Its host and port, as they are written.</param>
    public static string? HostProblem(Uri url, ReadOnlySpan<char> authority)
    {
        if (authority is ['[', ..])
        {
            int close = authority.IndexOf(']');
            return close > 0 && IPv6Text.TryParse(authority[1..close], out UInt128 address)
                ? PublicAddress.Problem(address)
                : "has a host that is no address";
        }

        int port = authority.IndexOf(':');
        ReadOnlySpan<char> host = port < 0 ? authority : authority[..port];
        if (System.Text.Ascii.IsValid(host))
        {
            return HostNameRule.Problem(host);
        }

        try
        {
            // Full-width digits, ideographic dots, letters in circles: what the name is once it is looked up.
            return HostNameRule.Problem(url.IdnHost);
        }
        catch (UriFormatException)
        {
            return "has a host that is no name";
        }
    }
}
