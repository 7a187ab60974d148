using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Evolink;

/// <summary>How one of many requests ended: with what was asked for, or with what went wrong.</summary>
public class RequestOutcome
{
    private protected RequestOutcome(GenerationRequest request, int index) => (Request, Index) = (request, index);

    /// <summary>What was asked for.</summary>
    public GenerationRequest Request { get; }

    /// <summary>The request's place among the requests, from 0.</summary>
    public int Index { get; }

    /// <summary>The task. Null where none was created, as far as is known; set beside an <see cref="Error"/> too, wherever the id is known: it can be waited for again.</summary>
    public GenerationTask? Task { get; internal set; }

    /// <summary>The files that were downloaded, in the order of the results; those that came before a download failed.</summary>
    public IReadOnlyList<string> Files { get; internal set; } = [];

    /// <summary>
    /// What went wrong; null where nothing did. An <see cref="EvolinkException"/> as a single call throws it, an
    /// <see cref="EvolinkValidationException"/> or <see cref="ArgumentException"/> of a request that was not sent, an
    /// <see cref="EvolinkCanceledException"/> of one that was cut off.
    /// </summary>
    public Exception? Error { get; internal set; }

    /// <summary>The <c>Idempotency-Key</c> of the create. Null where nothing was sent.</summary>
    public string? IdempotencyKey => (Error as EvolinkException)?.IdempotencyKey ?? (Error as EvolinkCanceledException)?.IdempotencyKey ?? Task?.IdempotencyKey;

    /// <summary>Whether the request did what was asked of it: the task is completed and downloaded or, where it is only submitted, created.</summary>
    [MemberNotNullWhen(true, nameof(Task))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>Throws what went wrong; does nothing where nothing did.</summary>
    /// <exception cref="Exception"><see cref="Error"/>.</exception>
    public void ThrowIfFailed()
    {
        if (Error is not null) ExceptionDispatchInfo.Throw(Error);
    }

    /// <summary>The place of the request, the id of its task and how it ended.</summary>
    public override string ToString() => FormattableString.Invariant($"{Index}: {Task?.Id ?? "no task"}, {Error?.GetType().Name ?? Task!.Status.Value}");

    /// <summary>An outcome of which nothing is known yet.</summary>
    internal static RequestOutcome Create(GenerationRequest request, int index) => new(request, index);
}
