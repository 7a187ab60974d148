using System.Collections.Concurrent;

namespace Evolink.Runtime.Http;

/// <summary>Scopes that are used again: a token source, its timer and its registrations are a sixth of what a query allocates.</summary>
/// <remarks>
/// A scope whose token was cancelled is not used again, so a token goes from one attempt to the next only while neither was cancelled.
/// A handler that keeps the token beyond its call may see a later attempt's cancellation there, as it would see a disposed source.
/// </remarks>
internal sealed class AttemptScopes(TimeProvider time)
{
    private const int MostKept = 64;

    private readonly ConcurrentQueue<AttemptScope> _free = new();

    /// <inheritdoc cref="AttemptScope.Begin"/>
    public AttemptScope Begin(TimeSpan limit, SendTracker? paid, bool isRecorded, CancellationToken cancellationToken)
    {
        if (!_free.TryDequeue(out AttemptScope? scope)) scope = new AttemptScope(this, time);
        scope.Begin(limit, paid, isRecorded, cancellationToken);
        return scope;
    }

    /// <summary>Takes a scope back; false where there are enough.</summary>
    public bool TryKeep(AttemptScope scope)
    {
        if (_free.Count >= MostKept) return false;
        _free.Enqueue(scope);
        return true;
    }
}
