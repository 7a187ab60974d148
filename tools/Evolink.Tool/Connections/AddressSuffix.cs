using System.Globalization;

namespace Evolink.Tool.Connections;

/// <summary>What the names of files end with that hold what one address says.</summary>
internal static class AddressSuffix
{
    /// <returns>Nothing for the service's own address, else the host and the port.</returns>
    public static string Of(Uri? baseAddress) =>
        baseAddress is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{baseAddress.IdnHost.Replace(':', '-')}-{baseAddress.Port}");
}
