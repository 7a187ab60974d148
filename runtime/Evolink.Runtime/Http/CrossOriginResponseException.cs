using Evolink.Runtime.Configuration;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Http;

/// <summary>A response came from another origin than the one that the request was sent to. It is not believed.</summary>
/// <remarks>
/// Only a caller's own HttpClient can do this: one that follows redirects, as a plain <c>new HttpClient()</c> does, or one with a handler
/// that sends the request elsewhere. .NET takes the Authorization header out of a request that it redirects, and no other header, so a
/// key in a header of its own has been sent there by then; all that is left to do is to say so.
/// </remarks>
internal sealed class CrossOriginResponseException(string message) : InvalidOperationException(message)
{
    /// <exception cref="CrossOriginResponseException">The response is another origin's; it is disposed.</exception>
    public static void ThrowIfCrossOrigin(Uri sent, HttpResponseMessage response, string apiKey)
    {
        if (response.RequestMessage?.RequestUri is not { IsAbsoluteUri: true } answered || ReferenceEquals(answered, sent) || ServerAddresses.Origin(answered) == ServerAddresses.Origin(sent)) return;
        response.Dispose();
        throw new CrossOriginResponseException(
            $"the response came from {MaskedKey.Remove(AddressText.FormatOrigin(answered), apiKey)} and not from {AddressText.FormatOrigin(sent)}, so it is not believed. The HttpClient that was given to the "
            + "client follows redirects, which may carry a key in a header or a cookie there: make it with AllowAutoRedirect = false, or set "
            + "EvolinkOptions.BaseAddress to the address that answers");
    }
}
