using System.Net;
using Evolink.Runtime.Diagnostics;

namespace Evolink.Runtime.Http;

/// <summary>The handler that the runtime makes itself, and what all its connections have in common.</summary>
internal static class HttpHandlers
{
    /// <summary>How long making a connection may take.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection is used again: a pool that lives as long as the client must notice that a name moved to another address.</summary>
    public static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>For API calls: guard, then sockets. No redirects (they would carry prompt and callback elsewhere), no cookies.</summary>
    public static HttpMessageHandler ForApi() => new SendOnceHandler(HttpTelemetry.Silence(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        EnableMultipleHttp2Connections = true,
    }));
}
