using System.Net;
using System.Net.Http.Headers;
using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Follows the address of a result: without credentials where it is not the API's own, to safe addresses only, through at most five redirects.</summary>
internal sealed class ResultLink(HttpMessageInvoker invoker, string userAgent, bool allowsPrivateHosts, ResultAccess? access = null)
{
    private const int MaxRedirects = 5;

    /// <summary>Asks for the result, or for the rest of it.</summary>
    /// <exception cref="EvolinkDownloadException">The address, or one that it leads to, is not safe, or is no address.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri address, long offset, string? etag, CancellationToken cancellationToken)
    {
        ThrowIfUnsafe(address, null);
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage message = Message(address, offset, etag);
            HttpResponseMessage response = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode)) return response;

            using (response)
            {
                if (redirects == MaxRedirects) throw new EvolinkDownloadException($"The result's address leads through more than {MaxRedirects} redirects.", address);
                Uri next = Target(address, response);
                ThrowIfUnsafe(next, address);
                address = next;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException refused) when (refused.InnerException is PrivateHostException host)
        {
            throw new EvolinkDownloadException(ResultHost.Message(host.Message), address, refused);
        }
    }

    private HttpRequestMessage Message(Uri address, long offset, string? etag)
    {
        HttpRequestMessage message = new(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (access?.Covers(address) == true) access.Apply(message);
        if (offset > 0 && etag is not null)
        {
            message.Headers.Range = new RangeHeaderValue(offset, null);
            message.Headers.TryAddWithoutValidation("If-Range", etag);
        }

        return message;
    }

    private static Uri Target(Uri address, HttpResponseMessage response)
    {
        // An empty or unreadable header counts as none.
        if (response.Headers.Location is { } location && Uri.TryCreate(address, location, out Uri? next) && next.Host.Length > 0) return next;
        throw new EvolinkDownloadException($"The result's server redirects ({(int)response.StatusCode}), but not to an address.", address) { StatusCode = response.StatusCode };
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private void ThrowIfUnsafe(Uri address, Uri? from)
    {
        if (!ResultHost.IsName(address)) throw new EvolinkDownloadException($"The result's address {ResultHost.NoName}, so it cannot be fetched.", address);
        if (from is null && access?.Covers(address) == true) return;
        bool isWeb = address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;
        if (isWeb && !allowsPrivateHosts && ResultHost.FindProblem(address) is { } problem) throw new EvolinkDownloadException(ResultHost.Message(problem), address);
        bool weakens = from?.Scheme == Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttps;
        if (weakens || !OptionsValidator.IsSafe(address))
        {
            throw new EvolinkDownloadException("Results are downloaded over https only (http from this machine itself); the address is neither.", address);
        }
    }
}
