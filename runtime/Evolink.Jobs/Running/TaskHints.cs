using Evolink.Jobs.Limits;

namespace Evolink.Jobs.Running;

/// <summary>Brings the word that a task may have ended to whichever process follows it: at once to this one, and by the store, within a second, to any other.</summary>
/// <remarks>Whoever receives callbacks need not know who drives which job; in a cluster it need not be a member. A hint that comes before the job knows its task waits for it.</remarks>
internal sealed class TaskHints(JobServices services) : ITaskNotificationHandler
{
    private long _lookedAt;

    public async Task NotifyTaskAsync(string taskId, CancellationToken cancellationToken)
    {
        if (Wake(taskId)) return;
        await services.Clock.SynchronizeAsync(cancellationToken).ConfigureAwait(false);
        await services.Store.AddHintAsync(taskId, services.Clock.UtcNow, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks for hints of the tasks that are followed here, once a second at most.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        if (services.Time.GetElapsedTime(_lookedAt) < JobGate.Tick) return;
        if (services.Followed.Ids is not { Length: > 0 } followed) return;
        _lookedAt = services.Time.GetTimestamp();

        // One that finds nobody waiting, since its poll has just failed and rests, is tried again.
        string[] delivered = [.. (await services.Store.FindHintsAsync(followed, cancellationToken).ConfigureAwait(false)).Where(Wake)];
        if (delivered.Length > 0) await services.Store.RemoveHintsAsync(delivered, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has a task polled at once, where a job of this process waits for it.</summary>
    private bool Wake(string taskId) => services.Followed.Contains(taskId) && services.Client.NotifyTask(taskId);
}
