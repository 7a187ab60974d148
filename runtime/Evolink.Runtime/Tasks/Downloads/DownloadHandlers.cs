using System.Net;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>The handlers that download results: without credentials, redirects and cookies.</summary>
internal static class DownloadHandlers
{
    /// <summary>Makes one. It does not decompress, so that lengths and ranges mean the file.</summary>
    /// <param name="allowsPrivateHosts">Whether a name may lead to this machine or its networks.</param>
    /// <param name="resolve">Resolves a name; by default the system does.</param>
    public static HttpMessageHandler Create(bool allowsPrivateHosts, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = HttpHandlers.ConnectTimeout,
        PooledConnectionLifetime = HttpHandlers.ConnectionLifetime,
        ConnectCallback = allowsPrivateHosts ? null : new PublicConnection(resolve ?? Dns.GetHostAddressesAsync).ConnectAsync,
    };
}
