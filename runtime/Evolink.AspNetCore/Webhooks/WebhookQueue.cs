using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Evolink.Webhooks;

/// <summary>What was called about and is still to be read. In memory: what a crash loses, the waits find out by themselves.</summary>
internal sealed class WebhookQueue(IOptions<EvolinkWebhookOptions> options)
{
    private readonly RecentTasks _recent = new();
    private readonly Channel<TaskHint> _hints = Channel.CreateBounded<TaskHint>(new BoundedChannelOptions(options.Value.QueueLength));

    public IAsyncEnumerable<TaskHint> ReadAllAsync(CancellationToken cancellationToken) => _hints.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Takes a hint in, unless its task is known already.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool TryAdd(TaskHint hint)
    {
        if (!_recent.Add(hint.TaskId)) return true;
        if (_hints.Writer.TryWrite(hint)) return true;
        _recent.Remove(hint.TaskId);
        return false;
    }

    /// <summary>Takes a hint back that was read and rested. Where there is no room by now, it is given up: whoever waits for the task finds out by polling.</summary>
    public void Return(TaskHint hint)
    {
        if (!_hints.Writer.TryWrite(hint)) Forget(hint);
    }

    /// <summary>The task has not ended, or could not be read: a callback for it that comes later counts.</summary>
    public void Forget(TaskHint hint) => _recent.Remove(hint.TaskId);
}
