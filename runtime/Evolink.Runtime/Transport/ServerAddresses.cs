namespace Evolink;

/// <summary>Where operations are sent, and who gets the key: the specifications' servers, or the one address that stands for all of them.</summary>
internal sealed class ServerAddresses
{
    private readonly Uri? _baseAddress;
    private readonly HashSet<string> _keyOrigins;

    public ServerAddresses(ApiDescriptor descriptor, Uri? baseAddress)
    {
        _baseAddress = baseAddress;
        _keyOrigins = baseAddress is not null
            ? [Origin(baseAddress)]
            : [.. from server in descriptor.Servers
                  let address = new Uri(server, UriKind.RelativeOrAbsolute)
                  where OptionsRules.IsSafe(address)
                  select Origin(address)];
    }

    /// <summary>The full address of an operation, given its path and query.</summary>
    /// <exception cref="InvalidOperationException">The operation's server is no address that a request may go to.</exception>
    public Uri Resolve(ApiOperation operation, string pathAndQuery)
    {
        Uri server = _baseAddress ?? new Uri(operation.Server, UriKind.RelativeOrAbsolute);
        if (!OptionsRules.IsSafe(server))
        {
            throw new InvalidOperationException(
                $"The operation {operation.Id} names the server '{operation.Server}', which is no absolute https address. Set EvolinkOptions.BaseAddress.");
        }

        return new Uri(server.GetLeftPart(UriPartial.Path).TrimEnd('/') + pathAndQuery, UriKind.Absolute);
    }

    /// <summary>Whether the key may be sent there.</summary>
    public bool MayHaveKey(Uri address) => _keyOrigins.Contains(Origin(address));

    private static string Origin(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).ToUpperInvariant() + ":" + address.Port;
}
