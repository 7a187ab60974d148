using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>The key for a result that an operation of the API serves itself. Any other result is fetched without one.</summary>
internal sealed class ResultAccess(ClientSettings settings, ApiOperation operation)
{
    /// <summary>Whether an address is the API's own: a server that may redirect to a storage must not pass the key on.</summary>
    public bool Covers(Uri address) => settings.Servers.MayHaveKey(address);

    /// <summary>Puts the key into a message to the API, as the operation takes it, and what else the operation asks for.</summary>
    public void Apply(HttpRequestMessage message)
    {
        message.Headers.TryAddWithoutValidation("Accept", operation.Accept);
        // Path and query are in the address already.
        ApiCall call = new ApiCall(operation).SetPresets();
        foreach ((string name, string value) in call.Headers) message.Headers.TryAddWithoutValidation(name, value);
        new Credentials(operation.FindKeyScheme(settings.SecurityScheme), settings.ApiKey).Apply(message, mayHaveKey: true, call.Cookies);
    }
}
