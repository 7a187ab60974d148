using System.Net.ServerSentEvents;

namespace Evolink.Runtime.Pipeline;

/// <summary>
/// The events of one call, as they come. The call is sent when the first one is asked for, and only once: to enumerate again would be
/// another call, which may be billed again.
/// </summary>
/// <param name="open">Sends the call.</param>
/// <param name="read">Reads one event; false where it is the mark that ends the stream.</param>
/// <param name="cancellationToken">Of the method that made the stream.</param>
internal sealed class EventStream<T>(Func<CancellationToken, Task<Stream>> open, EventReader<T> read, CancellationToken cancellationToken) : IAsyncEnumerable<T>
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

    private async IAsyncEnumerable<T> EnumerateAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken own)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, own);
        Stream body = await open(either.Token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            await foreach (SseItem<string> item in SseParser.Create(body).EnumerateAsync(either.Token).ConfigureAwait(false))
            {
                if (!read(item, out T? value)) yield break;
                yield return value!;
            }
        }
    }
}

/// <summary>Reads one event; false ends the stream.</summary>
internal delegate bool EventReader<T>(SseItem<string> item, out T? value);
