using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Evolink.Runtime.Validation.Callbacks;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Decides where a result may be fetched from: a server that names a host of this machine or its network reaches what it must not.</summary>
internal static class ResultHost
{
    /// <summary>What is wrong with an address whose host is no <see cref="IsName">name</see>.</summary>
    public const string NoName = "has a host that is no name";

    private static readonly UInt128 s_nat64 = new(0x0064_FF9B_0000_0000, 0);

    /// <summary>What is wrong with an address by its host's text alone, as words after “the address”; null where nothing is.</summary>
    public static string? FindProblem(Uri address)
    {
        if (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? literal)) return FindProblem(literal);
        return IsName(address) ? HostNameRule.Problem(address.IdnHost) : NoName;
    }

    /// <summary>Whether the host can be written as name servers know names (IDNA): .NET finds out where it connects, and throws.</summary>
    public static bool IsName(Uri address)
    {
        try
        {
            _ = address.IdnHost;
            return true;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with an address that a name was resolved to.</summary>
    public static string? FindResolvedProblem(IPAddress address)
    {
        // Some proxies of a machine's own answer every name with one of 198.18.0.0/15 and know the real one; no server lives there.
        bool isStandIn = address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [198, 18 or 19, ..];
        return isStandIn ? null : FindProblem(address);
    }

    /// <summary>The message for a host that is refused.</summary>
    public static string Message(string problem) =>
        $"The result's address {problem}, so it is not fetched. Set DownloadOptions.AllowPrivateHosts if that is where your results lie.";

    private static string? FindProblem(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        if (bytes.Length == 4) return PublicAddress.Problem(BinaryPrimitives.ReadUInt32BigEndian(bytes));
        UInt128 value = BinaryPrimitives.ReadUInt128BigEndian(bytes);

        // In a network without IPv4 every IPv4 host has such an address: what counts is the host's own.
        return value >> 32 == s_nat64 >> 32 ? PublicAddress.Problem((uint)value) : PublicAddress.Problem(value);
    }
}
