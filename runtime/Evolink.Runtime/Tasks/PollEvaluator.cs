using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;
using Evolink.Runtime.Text;
using Microsoft.Extensions.Logging;

namespace Evolink.Runtime.Tasks;

/// <summary>What an answer means for a wait.</summary>
internal enum PollOutcome
{
    /// <summary>Nothing new.</summary>
    Unchanged,

    /// <summary>Another status, or more progress.</summary>
    Changed,

    /// <summary>The task is completed with usable results, failed or cancelled.</summary>
    Ended,
}

/// <summary>Judges the answers of one wait, one after the other. Knows no clock and no wire: time comes as an argument.</summary>
internal sealed class PollEvaluator(TaskOrigin origin, ILogger logger)
{
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private GenerationStatus? _status;
    private TimeSpan? _unknownSince;
    private TimeSpan? _failingSince;
    private int _emptyCompletions;

    /// <summary>The highest progress so far, from 0 to 100: a bar that runs backwards helps nobody.</summary>
    public double Progress { get; private set; }

    /// <summary>The last good answer.</summary>
    public TaskResponse? Last { get; private set; }

    /// <summary>Judges a good answer.</summary>
    /// <param name="response">What the server said.</param>
    /// <param name="elapsed">Since the wait began.</param>
    /// <exception cref="EvolinkTaskException">The wait can lead to nothing.</exception>
    public PollOutcome Observe(TaskResponse response, TimeSpan elapsed)
    {
        (Last, _failingSince) = (response, null);
        TaskState state = response.State;
        bool changed = _status != state.Status | Advance(state.Progress);
        _status = state.Status;
        if (state.Status == GenerationStatus.Completed && !state.HasUsableResults)
        {
            // Not shown as completed before there is something to show.
            AskAgain(state);
            return PollOutcome.Unchanged;
        }

        if (state.Status.IsTerminal) return PollOutcome.Ended;
        BearUnknown(response, elapsed);
        return changed ? PollOutcome.Changed : PollOutcome.Unchanged;
    }

    /// <summary>Judges a question that failed: returns if the wait goes on.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="elapsed">Since the wait began.</param>
    /// <param name="age">Since the task was created; null where that was elsewhere.</param>
    /// <exception cref="EvolinkException">The wait can lead to nothing.</exception>
    public void Observe(EvolinkException error, TimeSpan elapsed, TimeSpan? age)
    {
        Final(error);
        if (error is EvolinkApiException api)
        {
            bool justCreated = Last is null && age < WaitLimits.NotFoundGrace;
            if (api.Kind == EvolinkErrorKind.NotFound && !justCreated)
            {
                throw Failure($"The server does not know the task, or not any more{Said(api.Reason)}.", error);
            }

            if (IsFinal(api.Kind)) throw error;
        }

        // Not since the last good answer: a machine that slept in between has not asked all that time.
        _failingSince ??= elapsed;
        if (elapsed - _failingSince >= WaitLimits.ErrorWindow)
        {
            throw Failure($"The task could not be asked for in {WaitLimits.ErrorWindow.TotalMinutes:0} minutes{Said((error as EvolinkApiException)?.Reason)}. It goes on; resume it by its id.", error);
        }

        Log.PollFailed(logger, origin.Id, error.GetType().Name);
    }

    /// <summary>The exception for the wait's own limit.</summary>
    public EvolinkTaskTimeoutException TimedOut(TimeSpan timeout, Exception? cause) => new(
        $"The task is not done after {timeout} (status '{Printable(_status?.Value ?? "unknown")}', {Progress:0} %). "
        + "It goes on and is paid for: resume it by its id, or allow it more time (EvolinkOptions.Polling.Timeout, RequestOptions.Timeout).",
        origin.Id,
        timeout,
        Last?.Snapshot(),
        cause)
    {
        IdempotencyKey = origin.IdempotencyKey,
    };

    /// <summary>The exception for a wait whose client was disposed.</summary>
    public EvolinkTaskException Disposed(ObjectDisposedException cause) => Failure("The client was disposed during the wait. The task goes on; resume it by its id.", cause);

    /// <summary>The exception for a handler of the caller's that threw.</summary>
    public EvolinkCallbackException HandlerThrew(Exception thrown)
    {
        string then = Last?.State.IsEnd == true ? "The task has ended" : "The task goes on";
        return new($"The progress handler threw {thrown.GetType().Name}: {thrown.Message.TrimEnd('.')}. {then}; wait for it again, or resume it by its id.", origin.Id, Last?.Snapshot(), thrown)
        {
            IdempotencyKey = origin.IdempotencyKey,
            RequestId = Last?.RequestId,
        };
    }

    /// <summary>The exception for a wait that cannot go on for a reason that lies with neither the task nor the server.</summary>
    public EvolinkTaskException Broken(Exception cause) =>
        Failure($"The wait broke off ({cause.GetType().Name}: {cause.Message.TrimEnd('.')}). The task goes on; resume it by its id.", cause);

    /// <summary>A failed question's exception, with what is known of the task. It may be another waiter's too, who knows the key.</summary>
    public EvolinkException Final(EvolinkException error)
    {
        (error.TaskId, error.IdempotencyKey) = (origin.Id, origin.IdempotencyKey ?? error.IdempotencyKey);
        return error;
    }

    // What no repetition of the question cures.
    private static bool IsFinal(EvolinkErrorKind kind) => kind is EvolinkErrorKind.Authentication or EvolinkErrorKind.PermissionDenied
        or EvolinkErrorKind.InvalidRequest or EvolinkErrorKind.Redirect;

    private bool Advance(double? progress)
    {
        double clamped = Math.Clamp(progress ?? 0, 0, 100);
        if (clamped <= Progress) return false;
        Progress = clamped;
        return true;
    }

    private void AskAgain(TaskState state)
    {
        if (_emptyCompletions++ < WaitLimits.EmptyCompletions)
        {
            Log.NoResults(logger, origin.Id);
            return;
        }

        throw Failure(state.HasBadResult
            ? "The task is completed, and none of its results is a web address."
            : "The task is completed, and has neither results nor result data.");
    }

    private void BearUnknown(TaskResponse response, TimeSpan elapsed)
    {
        GenerationStatus status = response.State.Status;
        if (GenerationStatus.Known.Contains(status))
        {
            _unknownSince = null;
            return;
        }

        if (_warned.Add(status.Value)) Log.UnknownStatus(logger, origin.Id, Printable(status.Value));
        _unknownSince ??= elapsed;
        if (elapsed - _unknownSince >= WaitLimits.UnknownStatus)
        {
            throw Failure($"The task has been in the unknown status '{Printable(status.Value)}' for {WaitLimits.UnknownStatus.TotalMinutes:0} minutes{Said(response.State.Reason?.Reason)}. It goes on; resume it by its id.");
        }
    }

    private static string Said(string? reason) => reason is null ? "" : $"; it says: {reason}";

    private EvolinkTaskException Failure(string message, Exception? cause = null) =>
        new(message, origin.Id, Last?.Snapshot(), cause) { IdempotencyKey = origin.IdempotencyKey, RequestId = Last?.RequestId };

    // A status comes from outside, and is no book.
    private static string Printable(string value) => PrintableText.Of(value, 60);
}
