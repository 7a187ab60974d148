using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Http;

/// <summary>What all calls of one operation have in common, worked out once a client: where it is sent, whether the key goes along and how.</summary>
internal sealed class OperationRoute(ApiOperation operation, ClientSettings settings)
{
    // Only a path keeps to the origin of the server that stands before it.
    private readonly bool? _mayHaveKey = operation.Path.StartsWith('/') ? settings.Servers.MayHaveKey(settings.Servers.Resolve(operation, "/")) : null;

    private readonly string _server = settings.Servers.Prefix(operation);

    public HttpMethod Method { get; } = HttpMethod.Parse(operation.Method);

    /// <summary>How the key is sent.</summary>
    public Credentials Credentials { get; } = new(operation.FindKeyScheme(settings.SecurityScheme), settings.ApiKey);

    /// <summary>The full address of a call.</summary>
    public Uri Address(ApiCall call) => new(call.Address(_server), UriKind.Absolute);

    /// <summary>Whether the key may be sent to the address of a call.</summary>
    public bool MayHaveKey(Uri address) => _mayHaveKey ?? settings.Servers.MayHaveKey(address);
}
