using System.Runtime.CompilerServices;

namespace Evolink.Runtime.Pipeline;

/// <summary>
/// The events of one call, as they come. The call is sent when the first one is asked for, and only once: to enumerate again would be
/// another call, which may be billed again.
/// </summary>
/// <param name="open">Sends the call.</param>
/// <param name="read">Reads one event.</param>
/// <param name="cancellationToken">Of the method that made the stream.</param>
internal sealed class EventStream<T>(Func<CancellationToken, Task<EventSource>> open, EventReader<T> read, CancellationToken cancellationToken) : IAsyncEnumerable<T>
{
    private int _enumerated;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken own = default)
    {
        if (Interlocked.Exchange(ref _enumerated, 1) != 0)
        {
            throw new InvalidOperationException("The events of a call are read once: call the operation again for others, which sends it again.");
        }

        return EnumerateAsync(own).GetAsyncEnumerator(CancellationToken.None);
    }

    private async IAsyncEnumerable<T> EnumerateAsync([EnumeratorCancellation] CancellationToken own)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, own);
        using EventSource source = await open(either.Token).ConfigureAwait(false);
        await foreach (RawEvent item in source.ReadAsync(either.Token).ConfigureAwait(false))
        {
            EventOutcome outcome = read(source, item, out T? value);
            if (outcome == EventOutcome.End) yield break;
            if (outcome == EventOutcome.Value) yield return value!;
        }
    }
}

/// <summary>Reads one event.</summary>
internal delegate EventOutcome EventReader<T>(EventSource source, RawEvent item, out T? value);
