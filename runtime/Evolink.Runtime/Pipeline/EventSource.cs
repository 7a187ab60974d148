using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Pipeline;

/// <summary>The events of one response, before their data is read: those of a stream, or what came as JSON in its place.</summary>
internal sealed class EventSource(ApiResponse response, CallErrors errors, EventBody? body, IReadOnlyList<string> json) : IDisposable
{
    /// <summary>The events in their order.</summary>
    /// <exception cref="EvolinkResponseException">The connection broke, or the stream ended in the midst of an event.</exception>
    public async IAsyncEnumerable<RawEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string value in json) yield return new RawEvent(new SseItem<string>(value), IsLast: false, IsCut: false);
        if (body is null) yield break;
        int whole = 0;
        bool isLastRead = false;
        IAsyncEnumerator<SseItem<string>> items = SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            while (await MoveNextAsync(items, whole, cancellationToken).ConfigureAwait(false))
            {
                isLastRead = body.HasEnded;
                body.StartEvent();
                yield return new RawEvent(items.Current, isLastRead, isLastRead && body.IsCut) { Before = whole };
                whole++;
            }
        }

        if (!isLastRead && body.IsCut) throw errors.CreateBrokenOff(response, whole, rest: "", cause: null);
    }

    /// <summary>The exception for an event that ends before it is whole.</summary>
    public EvolinkResponseException CreateBrokenOff(RawEvent cut) => errors.CreateBrokenOff(response, cut.Before, cut.Item.Data, cause: null);

    public void Dispose()
    {
        body?.Dispose();
        response.Dispose();
    }

    // Whatever a body throws, of a host's own handler too, the caller learns how far the stream came.
    private async Task<bool> MoveNextAsync(IAsyncEnumerator<SseItem<string>> items, int whole, CancellationToken cancellationToken)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.CreateBrokenOff(response, whole, rest: "", broken);
        }
    }
}

/// <summary>An event whose data is not read yet.</summary>
/// <param name="Item">Its name and its data.</param>
/// <param name="IsLast">Whether the stream ended without saying that this event is whole.</param>
/// <param name="IsCut">Whether it ended in the midst of a line.</param>
internal sealed record RawEvent(SseItem<string> Item, bool IsLast, bool IsCut)
{
    /// <summary>How many events came before it.</summary>
    public int Before { get; init; }
}
