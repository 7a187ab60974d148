using System.Net;

namespace Evolink.Runtime.Http;

/// <summary>A body that records how far it got, and is written once by every handler.</summary>
internal sealed class TrackedContent : HttpContent
{
    private const int ChunkBytes = 16 * 1024;

    private readonly ReadOnlyMemory<byte> _body;
    private readonly SendTracker _tracker;

    public TrackedContent(ReadOnlyMemory<byte> body, string? mediaType, SendTracker tracker)
    {
        (_body, _tracker) = (body, tracker);
        if (mediaType is not null) Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _tracker.BeginBody(canRepeat: true);
        ReadOnlyMemory<byte> rest = _body;
        while (rest.Length > ChunkBytes)
        {
            _tracker.Phase = RequestPhase.Partial;
            await stream.WriteAsync(rest[..ChunkBytes], cancellationToken).ConfigureAwait(false);
            rest = rest[ChunkBytes..];
        }

        // Before the last write, not after it: a write that fails may have delivered its bytes.
        _tracker.Phase = RequestPhase.Complete;
        await stream.WriteAsync(rest, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
