using System.Net;

namespace Evolink;

/// <summary>The handlers that the runtime makes itself.</summary>
internal static class HttpHandlers
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // A pool that lives as long as the client must notice that a name moved to another address.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>For API calls: guard, then sockets. No redirects (they would carry prompt and callback elsewhere), no cookies.</summary>
    public static HttpMessageHandler ForApi() => new SubmitOnceHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        EnableMultipleHttp2Connections = true,
    });

    /// <summary>For results: sockets without credentials. No decompression, so that lengths and ranges mean the file.</summary>
    /// <param name="allowsPrivateHosts">Whether a name may lead to this machine or its networks.</param>
    /// <param name="resolve">Resolves a name; by default the system does.</param>
    public static HttpMessageHandler ForDownloads(bool allowsPrivateHosts, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectCallback = allowsPrivateHosts ? null : new PublicConnection(resolve ?? Dns.GetHostAddressesAsync).ConnectAsync,
    };
}
