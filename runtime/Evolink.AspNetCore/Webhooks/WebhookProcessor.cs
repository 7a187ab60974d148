using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Evolink.Webhooks;

/// <summary>Reads every task that was called about with the host's own key, wakes whoever waits for it, and tells the handlers.</summary>
internal sealed class WebhookProcessor(
    WebhookQueue queue,
    EvolinkClient client,
    IEnumerable<ITaskNotificationHandler> waiting,
    IServiceScopeFactory scopes,
    IOptions<EvolinkWebhookOptions> options,
    TimeProvider time,
    ILogger<WebhookProcessor> logger) : BackgroundService
{
    private const int MostAtOnce = 16;

    // The pauses before the third read are 15 seconds together: for so long a task that was just created may not be found.
    private const int ReadsUntilGone = 3;

    /// <summary>A callback can come before the task can be read as ended, and a read can fail: it is worth some more tries, not many.</summary>
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(13), TimeSpan.FromSeconds(60)];

    private readonly HandlerLimit _limit = new(options.Value.HandlerTimeout, time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ParallelOptions places = new() { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stoppingToken };
        await Parallel.ForEachAsync(queue.ReadAllAsync(stoppingToken), places, async (hint, token) => await ProcessAsync(hint, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>What fails here, in the host's own parts too, concerns this callback alone: one that escaped would end the host.</summary>
    private async Task ProcessAsync(TaskHint hint, CancellationToken cancellationToken)
    {
        try
        {
            await NotifyAsync(hint, cancellationToken).ConfigureAwait(false);
            if (await ReadEndAsync(hint, cancellationToken).ConfigureAwait(false) is not { } task) return;

            // Who asked before the end could be read, or began to wait since, asks again.
            await NotifyAsync(hint, cancellationToken).ConfigureAwait(false);
            await HandleAsync(new EvolinkWebhook(task, hint.CorrelationId), hint, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A handler's constructor, or what the scope disposes of.
            Log.HandlerThrew(logger, "The scope of the handlers", hint.TaskId, thrown);
        }
    }

    private async Task HandleAsync(EvolinkWebhook webhook, TaskHint hint, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        List<Task> late = [];
        try
        {
            foreach (IEvolinkWebhookHandler handler in scope.ServiceProvider.GetServices<IEvolinkWebhookHandler>())
            {
                try
                {
                    await _limit.CallAsync(token => handler.HandleAsync(webhook, token), cancellationToken).ConfigureAwait(false);
                }
                catch (HandlerLateException hung)
                {
                    Log.HandlerLate(logger, handler.GetType().Name, hint.TaskId, options.Value.HandlerTimeout);
                    late.Add(hung.Running);
                }
                catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    // The handlers' own business: the next one is told all the same.
                    Log.HandlerThrew(logger, handler.GetType().Name, hint.TaskId, thrown);
                }
            }
        }
        finally
        {
            if (late.Count == 0) await scope.DisposeAsync().ConfigureAwait(false);
            else _ = DisposeAfterAsync(scope, late, hint);
        }
    }

    /// <summary>Leaves a handler what it uses until it ends.</summary>
    private async Task DisposeAfterAsync(AsyncServiceScope scope, List<Task> late, TaskHint hint)
    {
        await Task.WhenAll(late).ConfigureAwait(false);
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            Log.HandlerThrew(logger, "The scope of the handlers", hint.TaskId, thrown);
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
                await _limit.CallAsync(token => handler.NotifyTaskAsync(hint.TaskId, token), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Its wait goes on by polling.
                Log.NotNotified(logger, handler.GetType().Name, hint.TaskId, thrown);
            }
        }
    }

    /// <summary>Reads the task.</summary>
    /// <returns>The task, where it has ended; null where it is read again later, or not any more.</returns>
    private async Task<TaskDetailResponse?> ReadEndAsync(TaskHint hint, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            TaskDetailResponse task = await client.Resume(hint.TaskId).RefreshAsync(cancellationToken).ConfigureAwait(false);
            if (task.Status is { IsTerminal: true }) return task;
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            failure = thrown;
        }

        bool isGone = failure is EvolinkApiException { Kind: EvolinkErrorKind.NotFound } && hint.Reads + 1 >= ReadsUntilGone;
        bool isFinal = isGone || hint.Reads == s_pauses.Length || failure is EvolinkApiException { Kind: EvolinkErrorKind.Authentication };
        if (!isFinal)
        {
            _ = ReturnLaterAsync(hint, cancellationToken);
            return null;
        }

        if (failure is null) Log.NotEnded(logger, hint.TaskId);
        else Log.NotRead(logger, hint.TaskId, failure);
        queue.Forget(hint);
        return null;
    }

    /// <summary>Puts a task back into the queue after a while. It rests outside of the places: other callbacks are read meanwhile.</summary>
    private async Task ReturnLaterAsync(TaskHint hint, CancellationToken cancellationToken)
    {
        await Task.Delay(s_pauses[hint.Reads], time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellationToken.IsCancellationRequested) queue.Return(hint with { Reads = hint.Reads + 1 });
    }
}
