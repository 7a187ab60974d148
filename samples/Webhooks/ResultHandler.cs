using Evolink;

namespace Webhooks;

/// <summary>Told of each task that has ended, after it was read again.</summary>
internal sealed class ResultHandler(VideoResults results) : IEvolinkWebhookHandler
{
    public Task HandleAsync(EvolinkWebhook webhook, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{webhook.Task.Id} {webhook.Task.Status} {webhook.Task.Results?[0]}");
        results.Add(webhook.Task);
        return Task.CompletedTask;
    }
}
