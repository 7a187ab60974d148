using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;
using Microsoft.Extensions.Logging;

namespace Evolink.Runtime.Tasks;

/// <summary>What a response means for a wait.</summary>
internal enum PollOutcome
{
    /// <summary>Nothing new.</summary>
    Unchanged,

    /// <summary>Another status, or more progress.</summary>
    Changed,

    /// <summary>The task is completed with usable results, failed or cancelled.</summary>
    Ended,
}

/// <summary>Decides after each poll of one wait whether the wait goes on. Knows no clock and no network: times are arguments.</summary>
internal sealed class PollEvaluator(TaskOrigin origin, WaitProgress progress, ILogger logger)
{
    private HashSet<string>? _warned;
    private TimeSpan? _unknownSince;
    private TimeSpan? _failingSince;
    private int _emptyCompletions;

    private WaitErrors Errors => new(origin, progress);

    /// <summary>Evaluates a good response.</summary>
    /// <param name="response">What the server said.</param>
    /// <param name="elapsed">Since the wait began.</param>
    /// <exception cref="EvolinkTaskException">The wait can lead to nothing.</exception>
    public PollOutcome Evaluate(TaskResponse response, TimeSpan elapsed)
    {
        _failingSince = null;
        bool hasChanged = progress.Update(response);
        TaskState state = response.State;
        if (state.Status == GenerationStatus.Completed && !state.HasUsableResults)
        {
            // Not shown as completed before there is something to show.
            ThrowIfStillEmpty(state);
            return PollOutcome.Unchanged;
        }

        if (state.Status.IsTerminal) return PollOutcome.Ended;
        ThrowIfUnknownForLong(state, elapsed);
        return hasChanged ? PollOutcome.Changed : PollOutcome.Unchanged;
    }

    /// <summary>Evaluates a poll that failed: returns if the wait goes on.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="elapsed">Since the wait began.</param>
    /// <param name="age">Since the task was created; null where that was elsewhere.</param>
    /// <exception cref="EvolinkException">The wait can lead to nothing.</exception>
    public void Evaluate(EvolinkException error, TimeSpan elapsed, TimeSpan? age)
    {
        Errors.Identify(error);
        if (error is EvolinkApiException api)
        {
            bool isJustCreated = progress.Last is null && age < WaitLimits.NotFoundGrace;
            if (api.Kind == EvolinkErrorKind.NotFound && !isJustCreated)
            {
                throw Errors.Failed($"The server does not know the task, or not any more{Quoted(api.Reason)}.", error);
            }

            if (IsFinal(api.Kind)) throw error;
        }

        // Not since the last good response: a machine that slept in between has not polled all that time.
        _failingSince ??= elapsed;
        if (elapsed - _failingSince >= WaitLimits.ErrorWindow)
        {
            throw Errors.Failed($"The task could not be asked for in {WaitLimits.ErrorWindow.TotalMinutes:0} minutes{Quoted((error as EvolinkApiException)?.Reason)}. It goes on; resume it by its id.", error);
        }

        Log.PollFailed(logger, origin.Id, error.GetType().Name);
    }

    // What no repetition of the poll cures.
    private static bool IsFinal(EvolinkErrorKind kind) => kind is EvolinkErrorKind.Authentication or EvolinkErrorKind.PermissionDenied
        or EvolinkErrorKind.InvalidRequest or EvolinkErrorKind.Redirect;

    private void ThrowIfStillEmpty(TaskState state)
    {
        if (_emptyCompletions++ < WaitLimits.EmptyCompletions)
        {
            Log.NoResults(logger, origin.Id);
            return;
        }

        throw Errors.WithoutResults(state.HasBadResult
            ? "The task is completed, and none of its results is a web address."
            : "The task is completed, and has neither results nor result data.");
    }

    private void ThrowIfUnknownForLong(TaskState state, TimeSpan elapsed)
    {
        if (GenerationStatus.Known.Contains(state.Status))
        {
            _unknownSince = null;
            return;
        }

        string status = WaitErrors.Printable(state.Status.Value);
        if ((_warned ??= new HashSet<string>(StringComparer.Ordinal)).Add(status)) Log.UnknownStatus(logger, origin.Id, status);
        _unknownSince ??= elapsed;
        if (elapsed - _unknownSince >= WaitLimits.UnknownStatus)
        {
            throw Errors.Failed($"The task has been in the unknown status '{status}' for {WaitLimits.UnknownStatus.TotalMinutes:0} minutes{Quoted(state.Reason?.Reason)}. It goes on; resume it by its id.");
        }
    }

    private static string Quoted(string? reason) => reason is null ? "" : $"; it says: {reason}";
}
