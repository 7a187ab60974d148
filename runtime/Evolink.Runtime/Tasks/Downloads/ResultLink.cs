using System.Net;
using System.Net.Http.Headers;

namespace Evolink;

/// <summary>Follows the address of a result: without credentials, to safe addresses only, through at most five redirects.</summary>
internal sealed class ResultLink(HttpMessageInvoker invoker, string userAgent)
{
    private const int MaxRedirects = 5;

    /// <summary>Asks for the result, or for the rest of it.</summary>
    /// <exception cref="EvolinkDownloadException">The address, or one that it leads to, is not safe.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri address, long offset, string? etag, CancellationToken cancellationToken)
    {
        ThrowIfUnsafe(address, null);
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage message = Message(address, offset, etag);
            HttpResponseMessage response = await invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location) return response;

            response.Dispose();
            if (redirects == MaxRedirects) throw new EvolinkDownloadException($"The result's address leads through more than {MaxRedirects} redirects.", address);
            Uri next = new(address, location);
            ThrowIfUnsafe(next, address);
            address = next;
        }
    }

    private HttpRequestMessage Message(Uri address, long offset, string? etag)
    {
        HttpRequestMessage message = new(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (offset > 0 && etag is not null)
        {
            message.Headers.Range = new RangeHeaderValue(offset, null);
            message.Headers.TryAddWithoutValidation("If-Range", etag);
        }

        return message;
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static void ThrowIfUnsafe(Uri address, Uri? from)
    {
        bool weakens = from?.Scheme == Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttps;
        if (weakens || !OptionsRules.IsSafe(address))
        {
            throw new EvolinkDownloadException("Results are downloaded over https only (http from this machine itself); the address is neither.", address);
        }
    }
}
