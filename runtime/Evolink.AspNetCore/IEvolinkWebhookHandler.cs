namespace Evolink;

/// <summary>Is told of tasks that have ended. Any number of them is registered in the container.</summary>
public interface IEvolinkWebhookHandler
{
    /// <summary>A task has completed, failed or was cancelled.</summary>
    /// <remarks>
    /// Called once a task as a rule, from a queue of which 16 tasks are handled at a time. After a restart of the host, or where the service
    /// repeats itself hours later, the same task may come again: write what is done with it so that it may be done twice. An exception is
    /// logged, and concerns nobody else. A callback that is lost is told to nobody: whoever needs the task waits for it besides.
    /// </remarks>
    /// <param name="webhook">The task, and what its address was made with.</param>
    /// <param name="cancellationToken">The host is stopping, or <see cref="EvolinkWebhookOptions.HandlerTimeout"/> is over and nobody waits for the handler any more.</param>
    Task HandleAsync(EvolinkWebhook webhook, CancellationToken cancellationToken);
}
