using Evolink.Runtime.Text;

namespace Evolink;

/// <summary>The caller cancelled, and something must not be lost by it: the id of a paid task, or the key of a create that may have happened.</summary>
public sealed class EvolinkCanceledException : OperationCanceledException
{
    internal EvolinkCanceledException(string message, Exception? innerException, CancellationToken cancellationToken)
        : base(PrintableText.EscapeLine(message, EvolinkException.MaxCharacters), innerException, cancellationToken)
    {
    }

    /// <summary>The task, which goes on: resume it by this id. Null where none is known.</summary>
    public string? TaskId { get; internal init; }

    /// <summary>The <c>Idempotency-Key</c> of the create. Null for a resumed task.</summary>
    public string? IdempotencyKey { get; internal set; }

    /// <summary>How far the create's request got; with <see cref="RequestPhase.Complete"/> and no <see cref="TaskId"/> the task may exist.</summary>
    public RequestPhase Phase { get; internal init; }
}
