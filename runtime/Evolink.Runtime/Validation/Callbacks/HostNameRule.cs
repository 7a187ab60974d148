using Evolink.Runtime.Validation.Addresses;

namespace Evolink.Runtime.Validation.Callbacks;

/// <summary>Judges a host in ASCII: a name, or an IPv4 address in any spelling.</summary>
internal static class HostNameRule
{
    // Special-use names (RFC 6761, 6762, 7686, 8375, 9476, 9665 and ICANN's .internal), and those that private networks use and
    // that no registry hands out (RFC 6762, appendix G; ICANN's list of collisions; Kubernetes, Docker, Consul). "example" is
    // reserved as well, but it is what documentation and tests stand on.
    private static readonly string[] s_privateNames =
    [
        "localhost", "local", "test", "invalid", "onion", "alt", "internal", "home.arpa", "service.arpa", "resolver.arpa",
        "localdomain", "intranet", "private", "corp", "home", "lan", "mail", "localnet", "homenet", "workgroup", "dhcp",
        "svc", "docker", "consul",
    ];

    public static string? Problem(ReadOnlySpan<char> host)
    {
        // A name with the root's dot is the same name.
        host = host is [.. var name, '.'] ? name : host;
        if (host.IsEmpty || host.ContainsAny("%[]:") || host.StartsWith('.') || host.EndsWith('.') || host.Contains("..", StringComparison.Ordinal))
        {
            return "has a host that is no name";
        }

        if (IPv4Text.IsNumeric(host))
        {
            return AddressProblem(host);
        }

        // A name without a dot is completed by the search list of the network that asks.
        bool isPrivate = !host.Contains('.');
        foreach (string reserved in s_privateNames)
        {
            isPrivate |= IsOrIsBelow(host, reserved);
        }

        return isPrivate ? "has a host name that only exists in a private network" : null;
    }

    private static string? AddressProblem(ReadOnlySpan<char> host)
    {
        // 010.0.0.1 is 8.0.0.1 to some resolvers and 10.0.0.1 to others: it has to be public to all.
        bool isOctal = IPv4Text.TryParseAny(host, octal: true, out uint octal);
        bool isDecimal = IPv4Text.TryParseAny(host, octal: false, out uint plain);
        if (!isOctal && !isDecimal)
        {
            return "has a host that is no address";
        }

        return (isOctal ? PublicAddress.Problem(octal) : null) ?? (isDecimal ? PublicAddress.Problem(plain) : null);
    }

    private static bool IsOrIsBelow(ReadOnlySpan<char> host, string parent) =>
        host.EndsWith(parent, StringComparison.OrdinalIgnoreCase)
        && (host.Length == parent.Length || host[^(parent.Length + 1)] == '.');
}
