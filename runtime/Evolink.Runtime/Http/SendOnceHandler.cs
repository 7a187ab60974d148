using Evolink.Runtime.Diagnostics;

namespace Evolink.Runtime.Http;

/// <summary>The innermost handler: stops a message that passes for the second time, and keeps a good response that handlers further out may lose.</summary>
internal sealed class SendOnceHandler : DelegatingHandler
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _send;

    public SendOnceHandler(HttpMessageHandler innerHandler)
        : base(innerHandler) => _send = base.SendAsync;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(SendTracker.Key, out SendTracker? tracker)) return await HttpTelemetry.SendAsync(request, _send, cancellationToken).ConfigureAwait(false);
        tracker.BeginSend();
        HttpResponseMessage response = await HttpTelemetry.SendAsync(request, _send, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode) tracker.Created = response;
        return response;
    }
}
