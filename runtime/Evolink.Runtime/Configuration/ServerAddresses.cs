using Evolink.Runtime.Text;

namespace Evolink.Runtime.Configuration;

/// <summary>Where operations are sent, and who gets the key: the specifications' servers, or the one address that stands for all of them.</summary>
internal sealed class ServerAddresses
{
    private readonly Uri? _baseAddress;
    private readonly bool _allowInsecureHttp;
    private readonly HashSet<string> _keyOrigins;

    public ServerAddresses(ApiDescriptor descriptor, Uri? baseAddress, bool allowInsecureHttp)
    {
        (_baseAddress, _allowInsecureHttp) = (baseAddress, allowInsecureHttp);
        AreLoopback = baseAddress is not null
            ? OptionsValidator.IsLoopback(baseAddress)
            : descriptor.Servers.Any() && descriptor.Servers.All(server => Uri.TryCreate(server, UriKind.Absolute, out Uri? address) && OptionsValidator.IsLoopback(address));
        _keyOrigins = baseAddress is not null
            ? [Origin(baseAddress)]
            : [.. from server in descriptor.Servers
                  let address = new Uri(server, UriKind.RelativeOrAbsolute)
                  where OptionsValidator.MaySendTo(address, allowInsecureHttp)
                  select Origin(address)];
    }

    /// <summary>Whether every call goes to this machine: a test, a simulator.</summary>
    public bool AreLoopback { get; }

    /// <summary>The full address of an operation, given its path and query.</summary>
    /// <exception cref="InvalidOperationException">The operation's server is no address that a request may go to.</exception>
    public Uri Resolve(ApiOperation operation, string pathAndQuery) => new(Prefix(operation) + pathAndQuery, UriKind.Absolute);

    /// <summary>What stands before the path of an operation.</summary>
    /// <exception cref="InvalidOperationException">The operation's server is no address that a request may go to.</exception>
    public string Prefix(ApiOperation operation)
    {
        bool isRelative = !operation.Server.Contains("://", StringComparison.Ordinal);
        if (_baseAddress is not null) return At(_baseAddress) + (isRelative ? Below(operation.Server) : "");
        if (isRelative)
        {
            string named = operation.Server.Length == 0 ? "names no server" : $"names only the relative server '{operation.Server}'";
            throw new InvalidOperationException($"The specification of the operation {operation.Id} {named}. Set EvolinkOptions.BaseAddress to the API's address.");
        }

        if (!Uri.TryCreate(operation.Server, UriKind.Absolute, out Uri? server))
        {
            throw new InvalidOperationException($"The operation {operation.Id} names a server that is no absolute https address. Set EvolinkOptions.BaseAddress.");
        }

        if (!OptionsValidator.MaySendTo(server, _allowInsecureHttp))
        {
            throw new InvalidOperationException(
                $"The operation {operation.Id} names the server '{AddressText.Format(server)}', which is no absolute https address. Set EvolinkOptions.BaseAddress to one; "
                + "or, for plain http in a network that you trust, set EvolinkOptions.AllowInsecureHttp.");
        }

        return At(server);
    }

    /// <summary>Whether the key may be sent there.</summary>
    public bool MayHaveKey(Uri address) => _keyOrigins.Contains(Origin(address));

    private static string At(Uri server) => server.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static string Below(string server) => server.Trim('/') is { Length: > 0 } path ? "/" + path : "";

    /// <summary>Scheme, host and port, to be compared.</summary>
    public static string Origin(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).ToUpperInvariant() + ":" + address.Port;
}
