using Microsoft.Extensions.Options;

namespace Evolink.Webhooks;

/// <summary>Lets the host's clients give their requests an address of this host, where that is wished for.</summary>
internal sealed class CallbackUrlSetup(IOptions<EvolinkWebhookOptions> webhooks, EvolinkCallbackUrls addresses) : IPostConfigureOptions<EvolinkOptions>
{
    public void PostConfigure(string? name, EvolinkOptions options)
    {
        if (webhooks.Value.AddToRequests) options.CallbackUrl ??= () => addresses.Create();
    }
}
