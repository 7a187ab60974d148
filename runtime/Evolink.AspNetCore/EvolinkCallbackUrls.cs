using Evolink.Webhooks;
using Microsoft.Extensions.Options;

namespace Evolink;

/// <summary>Makes the addresses that requests carry as <c>callback_url</c>. Registered by <c>AddEvolinkWebhooks</c>.</summary>
public sealed class EvolinkCallbackUrls
{
    private readonly IOptions<EvolinkWebhookOptions> _options;
    private readonly WebhookRoute _route;
    private readonly TimeProvider _time;

    internal EvolinkCallbackUrls(IOptions<EvolinkWebhookOptions> options, WebhookRoute route, TimeProvider time) => (_options, _route, _time) = (options, route, time);

    /// <summary>An address of this host that is good for <see cref="EvolinkWebhookOptions.Lifetime"/>. Treat it as a secret: whoever has it may call it.</summary>
    /// <param name="correlationId">What the handler is told with the task, such as the id of an order: at most 256 bytes. It can be read in the address, and not changed.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The correlation id is too long.</exception>
    /// <exception cref="InvalidOperationException">No public address is set, or nothing is mapped.</exception>
    public Uri Create(string correlationId = "")
    {
        ArgumentNullException.ThrowIfNull(correlationId);
        EvolinkWebhookOptions options = _options.Value;
        Uri host = options.PublicAddress ?? throw new InvalidOperationException($"{nameof(EvolinkWebhookOptions)}.{nameof(EvolinkWebhookOptions.PublicAddress)} is not set: where the service reaches this host is known to you alone.");
        string path = _route.GetPath(CallbackToken.Create(options.Secrets[0], _time.GetUtcNow() + options.Lifetime, correlationId));
        return new Uri($"{host.AbsoluteUri.TrimEnd('/')}/{path.TrimStart('/')}");
    }
}
