using Microsoft.Extensions.Options;

namespace Evolink.Webhooks;

/// <summary>Lets the host's clients give their requests an address of this host, where that is wished for.</summary>
internal sealed class CallbackUrlSetup(IOptions<EvolinkWebhookOptions> webhooks, EvolinkCallbackUrls addresses) : IPostConfigureOptions<EvolinkOptions>
{
    public void PostConfigure(string? name, EvolinkOptions options)
    {
        // Whoever makes the addresses himself makes all of them.
        if (!webhooks.Value.AddToRequests || options.CallbackUrl is not null || options.KeyedCallbackUrl is not null) return;
        options.CallbackUrl = () => addresses.Create();
        options.KeyedCallbackUrl = addresses.CreateOfKey;
    }
}
