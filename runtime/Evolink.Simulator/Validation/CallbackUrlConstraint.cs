using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evolink.Simulation.Validation;

/// <summary>The vendor's rule for callbacks: https, no address that leads back into a network, at most 2048 characters.</summary>
internal static partial class CallbackUrlConstraint
{
    private const int LongestUrl = 2048;

    // Reserved by an RFC or by ICANN, or in use inside networks and delegated to nobody. A name of one label is local as well.
    private static readonly string[] s_localNames =
    [
        "alt", "consul", "corp", "dhcp", "docker", "home", "home.arpa", "homenet", "internal", "intranet", "invalid", "lan", "local", "localdomain",
        "localhost", "localnet", "mail", "onion", "private", "resolver.arpa", "service.arpa", "svc", "test", "workgroup",
    ];

    // No server outside can be reached there: RFC 1918, 6598, 3927, 1122, 5737, 2544, 1112, 7526.
    private static readonly IPNetwork[] s_closedNetworks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // IPv6: only 2000::/3 is routed, and of that not Teredo, documentation and 6to4.
            "::/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "4000::/2", "8000::/1",
        }.Select(static network => IPNetwork.Parse(network)),
    ];

    /// <summary>What is wrong with the address, or null.</summary>
    public static string? Problem(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;

        string text = value.GetString()!;
        int length = text.EnumerateRunes().Count();
        if (length > LongestUrl) return $"must have at most {LongestUrl} characters, but has {length}.";
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url)) return "must be an absolute URL.";
        if (url.Scheme != Uri.UriSchemeHttps) return "must be an https URL.";
        // An empty user is one too; System.Uri does not tell it.
        if (text.Split('/', '?', '#') is [_, "", var authority, ..] && authority.Contains('@', StringComparison.Ordinal)) return "must not hold user information.";
        return IsPublic(url) && IsPublicInDecimal(text) ? null : "must not lead to a private or local host.";
    }

    /// <summary>A leading zero makes a number octal to some resolvers and is nothing to others: the address has to be public to both.</summary>
    public static bool IsPublicInDecimal(string text)
    {
        string[] numbers = [.. DottedNumbers().Match(text).Groups["number"].Captures.Select(static number => number.Value)];
        return !IPAddress.TryParse(string.Join('.', numbers), out IPAddress? address) || IsPublic(address);
    }

    /// <summary>Whether a host can be reached from outside, as far as its name or address tells.</summary>
    public static bool IsPublic(Uri url)
    {
        string host = url.IdnHost.TrimEnd('.');
        if (host.Length == 0) return false;
        if (IPAddress.TryParse(host, out IPAddress? address)) return IsPublic(address);

        string lastLabel = host[(host.LastIndexOf('.') + 1)..];
        bool isLocal = lastLabel.Length == host.Length || s_localNames.Any(name => ("." + host).EndsWith("." + name, StringComparison.OrdinalIgnoreCase));
        return !isLocal && !char.IsAsciiDigit(lastLabel[0]) && !host.Contains('%', StringComparison.Ordinal);
    }

    private static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6) address = new IPAddress(address.GetAddressBytes()); // without a zone
        return !s_closedNetworks.Any(network => network.Contains(address)) && (Isatap(address) is not { } inner || IsPublic(inner));
    }

    /// <summary>The IPv4 address that an ISATAP interface (RFC 5214) stands for.</summary>
    private static IPAddress? Isatap(IPAddress address) =>
        address.GetAddressBytes() is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, .. var inner] ? new IPAddress(inner) : null;

    [GeneratedRegex(@"^https?://([^/?#@]*@)?0*(?<number>[0-9]+)(\.0*(?<number>[0-9]+))*\.?([:/?#]|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DottedNumbers();
}
