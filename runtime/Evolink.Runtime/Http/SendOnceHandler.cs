namespace Evolink.Runtime.Http;

/// <summary>The innermost handler: stops a message that passes for the second time, and keeps a good response that handlers further out may lose.</summary>
internal sealed class SendOnceHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(SendTracker.Key, out SendTracker? tracker)) return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        tracker.BeginSend();
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode) tracker.Created = response;
        return response;
    }
}
