using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Evolink.Webhooks;

/// <summary>Reads every task that was called about with the host's own key, wakes whoever waits for it, and tells the handlers.</summary>
internal sealed class WebhookProcessor(
    WebhookQueue queue, EvolinkClient client, IEnumerable<ITaskNotificationHandler> waiting, IServiceScopeFactory scopes, TimeProvider time, ILogger<WebhookProcessor> logger) : BackgroundService
{
    private const int MostAtOnce = 16;

    /// <summary>A callback can come before the task can be read as ended, and a read can fail: it is worth some more tries, not many.</summary>
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stoppingToken };
        await Parallel.ForEachAsync(queue.ReadAllAsync(stoppingToken), options, async (hint, token) => await ProcessAsync(hint, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task ProcessAsync(TaskHint hint, CancellationToken cancellationToken)
    {
        await NotifyAsync(hint, cancellationToken).ConfigureAwait(false);
        if (await ReadEndAsync(hint, cancellationToken).ConfigureAwait(false) is not { } task)
        {
            queue.Forget(hint);
            return;
        }

        // Who asked before the end could be read, or began to wait since, asks again.
        await NotifyAsync(hint, cancellationToken).ConfigureAwait(false);
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        foreach (IEvolinkWebhookHandler handler in scope.ServiceProvider.GetServices<IEvolinkWebhookHandler>())
        {
            try
            {
                await handler.HandleAsync(new EvolinkWebhook(task, hint.CorrelationId), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // The handlers' own business: the next one is told all the same.
                Log.HandlerThrew(logger, handler.GetType().Name, hint.TaskId, thrown);
            }
        }
    }

    /// <summary>Whoever waits asks at once, by the wait's own rules: in this client, in the jobs of this host, in whatever else has registered.</summary>
    private async Task NotifyAsync(TaskHint hint, CancellationToken cancellationToken)
    {
        client.NotifyTask(hint.TaskId);
        foreach (ITaskNotificationHandler handler in waiting)
        {
            try
            {
                await handler.NotifyTaskAsync(hint.TaskId, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Its wait goes on by polling.
                Log.NotNotified(logger, handler.GetType().Name, hint.TaskId, thrown);
            }
        }
    }

    private async Task<TaskDetailResponse?> ReadEndAsync(TaskHint hint, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                TaskDetailResponse task = await client.Resume(hint.TaskId).RefreshAsync(cancellationToken).ConfigureAwait(false);
                if (task.Status is { IsTerminal: true }) return task;
                if (attempt == s_pauses.Length) Log.NotEnded(logger, hint.TaskId);
            }
            catch (EvolinkException error)
            {
                if (attempt == s_pauses.Length || error is EvolinkApiException { Kind: EvolinkErrorKind.NotFound or EvolinkErrorKind.Authentication })
                {
                    Log.NotRead(logger, hint.TaskId, error);
                    return null;
                }
            }

            if (attempt == s_pauses.Length) return null;
            await Task.Delay(s_pauses[attempt], time, cancellationToken).ConfigureAwait(false);
        }
    }
}
