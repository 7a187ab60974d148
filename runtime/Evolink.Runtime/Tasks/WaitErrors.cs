using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks;

/// <summary>The exceptions that a wait may end with. Each has the task's id and what was last seen of the task.</summary>
internal readonly struct WaitErrors(TaskOrigin origin, WaitProgress progress)
{
    private const int MaxStatusCharacters = 60;

    /// <summary>For the wait's own limit.</summary>
    public EvolinkTaskTimeoutException TimedOut(TimeSpan timeout, Exception? cause) => new(
        $"The task is not done after {timeout} (status '{Printable(progress.Status?.Value ?? "unknown")}', {progress.Percent:0} %). "
        + "It goes on and is paid for: resume it by its id, or allow it more time (EvolinkOptions.Polling.Timeout, RequestOptions.Timeout).",
        origin.Id,
        timeout,
        progress.Last?.Snapshot(),
        cause)
    {
        IdempotencyKey = origin.IdempotencyKey,
    };

    /// <summary>For a client that was disposed.</summary>
    public EvolinkTaskException Disposed(ObjectDisposedException cause) => Failed("The client was disposed during the wait. The task goes on; resume it by its id.", cause);

    /// <summary>For a cancellation.</summary>
    public EvolinkCanceledException Canceled(string what, OperationCanceledException cause, CancellationToken cancellationToken) =>
        new($"{what} The task {origin.Id} goes on; resume it by its id.", cause, cancellationToken)
        {
            TaskId = origin.Id,
            IdempotencyKey = origin.IdempotencyKey,
            Phase = RequestPhase.Complete,
        };

    /// <summary>For a handler of the caller's that threw.</summary>
    public EvolinkCallbackException HandlerThrew(Exception thrown)
    {
        string then = progress.Last?.State.IsEnd == true ? "The task has ended" : "The task goes on";
        return new($"The progress handler threw {thrown.GetType().Name}: {ExceptionText.GetMessage(thrown)}. {then}; wait for it again, or resume it by its id.", origin.Id, progress.Last?.Snapshot(), thrown)
        {
            IdempotencyKey = origin.IdempotencyKey,
            RequestId = progress.Last?.RequestId,
        };
    }

    /// <summary>For a reason that lies with neither the task nor the server.</summary>
    public EvolinkTaskException BrokenOff(Exception cause) =>
        Failed($"The wait broke off ({cause.GetType().Name}: {ExceptionText.GetMessage(cause)}). The task goes on; resume it by its id.", cause);

    /// <summary>For a task or a server that is not as it should be.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="cause">The failure of the poll that showed it.</param>
    public EvolinkTaskException Failed(string message, Exception? cause = null) =>
        new(message, origin.Id, progress.Last?.Snapshot(), cause) { IdempotencyKey = origin.IdempotencyKey, RequestId = progress.Last?.RequestId };

    /// <summary>For a task that is completed, and has no results that could be used.</summary>
    public EvolinkTaskException WithoutResults(string message) =>
        new(message, origin.Id, progress.Last?.Snapshot()) { IdempotencyKey = origin.IdempotencyKey, RequestId = progress.Last?.RequestId, IsWithoutResults = true };

    /// <summary>A failed poll's own exception, with what is known of the task. Another waiter, who knows the key, may get the same one.</summary>
    public EvolinkException Identify(EvolinkException error)
    {
        (error.TaskId, error.IdempotencyKey) = (origin.Id, origin.IdempotencyKey ?? error.IdempotencyKey);
        return error;
    }

    /// <summary>A status as a message may show it: it comes from the server, and may hold anything.</summary>
    public static string Printable(string status) => PrintableText.Escape(status, MaxStatusCharacters);
}
