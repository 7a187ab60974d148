using System.Net;
using System.Net.Sockets;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>
/// Connects to public addresses only. The address that was checked is the one that is connected to, so a name that resolves differently
/// the second time gains nothing.
/// </summary>
internal sealed class PublicConnection(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="PrivateHostException">The name has no public address.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] addresses = await resolve(target.Host, cancellationToken).ConfigureAwait(false);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (!IsProxy(context.InitialRequestMessage, target)) addresses = Public(addresses);

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IPAddress[] Public(IPAddress[] addresses)
    {
        IPAddress[] found = [.. addresses.Where(address => ResultHost.FindResolvedProblem(address) is null)];
        return found.Length > 0 ? found : throw new PrivateHostException(ResultHost.FindResolvedProblem(addresses[0])!);
    }

    // The user's own proxy may be anywhere, and resolves the names itself.
    private static bool IsProxy(HttpRequestMessage request, DnsEndPoint target) =>
        request.Method == HttpMethod.Connect || (request.RequestUri is { } address && !address.IdnHost.Equals(target.Host, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A host's name leads to this machine or its network only.</summary>
internal sealed class PrivateHostException(string problem) : Exception(problem);
