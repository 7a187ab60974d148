using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Evolink.Simulation.Validation;

internal static partial class HostFormats
{
    public static bool IsHostname(string text) => text.Length is > 0 and <= 253 && Hostname().IsMatch(text);

    public static bool IsIPv4(string text) => IPv4().IsMatch(text);

    public static bool IsIPv6(string text) =>
        text.All(static letter => char.IsAsciiHexDigit(letter) || letter is ':' or '.')
        && (!text.Contains('.', StringComparison.Ordinal) || IsIPv4(text[(text.LastIndexOf(':') + 1)..]))
        && IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    public static bool IsEmail(string text)
    {
        int at = text.LastIndexOf('@');
        if (at < 1) return false;
        string domain = text[(at + 1)..];
        return LocalPart().IsMatch(text[..at])
            && (IsHostname(domain) || (domain.StartsWith('[') && domain.EndsWith(']') && IsAddressLiteral(domain[1..^1])));
    }

    private static bool IsAddressLiteral(string text) =>
        IsIPv4(text) || (text.StartsWith("IPv6:", StringComparison.Ordinal) && IsIPv6(text[5..]));

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex Hostname();

    [GeneratedRegex(@"^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\.(?!\z)|\z)){4}\z")]
    private static partial Regex IPv4();

    [GeneratedRegex("""^([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|"([^"\\]|\\.)*")\z""")]
    private static partial Regex LocalPart();
}
