namespace Evolink.Jobs.Worker;

/// <summary>Kills the process around a create: before its first byte, while it is sent, or when its answer has come.</summary>
internal sealed class DeathHandler(DeathPoint point) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (point.IsReached("send"))
        {
            DeathPoint.Die();
        }

        Task<HttpResponseMessage> sending = base.SendAsync(request, cancellationToken);
        if (point.IsReached("sending"))
        {
            // Somewhere between the first byte and the answer, as the machine has it.
            await Task.Yield();
            DeathPoint.Die();
        }

        HttpResponseMessage response = await sending.ConfigureAwait(false);
        if (point.IsReached("answer"))
        {
            DeathPoint.Die();
        }

        return response;
    }
}
