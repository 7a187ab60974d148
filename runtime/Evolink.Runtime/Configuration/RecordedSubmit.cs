namespace Evolink.Runtime.Configuration;

/// <summary>A create whose caller writes it down before each send and repeats it by itself, as durable jobs do. It is given with <see cref="RequestOptions.Recorded"/>, and used once.</summary>
/// <remarks>
/// A request that has left whole is listened to for its whole time, whatever the caller's token says; that token begins nothing any more and ends the pauses.
/// A create whose outcome is unknown is not repeated: the record would count one send, and there would have been two.
/// </remarks>
internal sealed class RecordedSubmit(SubmitRetry retry)
{
    private bool _isTaken;
    private bool _wasAttempted;

    /// <summary>Whether even a create that certainly did not happen is left to the caller to repeat.</summary>
    public bool IsNeverRepeated { get; } = retry == SubmitRetry.Never;

    /// <summary>Whether the call came to this client and ended before anything was sent, whatever it threw. False where another client was given the options.</summary>
    public bool WasNotSent => _isTaken && !_wasAttempted;

    /// <summary>When the request was first written down; null where nobody says. Of each repetition the same.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Renews the record, where making the request ready took long: nothing has left by then, and nothing does where this throws.</summary>
    public Func<CancellationToken, Task> BeforeSend { get; init; } = static _ => Task.CompletedTask;

    /// <summary>The call begins.</summary>
    public void Take() => _isTaken = true;

    /// <summary>An attempt has ended: from here on the exception says what became of it.</summary>
    public void CountAttempt() => _wasAttempted = true;
}
