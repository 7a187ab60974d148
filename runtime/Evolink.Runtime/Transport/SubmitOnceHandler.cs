namespace Evolink;

/// <summary>The innermost handler: stops a message that passes for the second time.</summary>
internal sealed class SubmitOnceHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Submission.Key, out Submission? submission)) submission.EnterWire();
        return base.SendAsync(request, cancellationToken);
    }
}
