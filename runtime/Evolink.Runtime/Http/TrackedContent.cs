namespace Evolink.Runtime.Http;

/// <summary>A body that records how far it got.</summary>
internal sealed class TrackedContent : BodyContent
{
    private const int ChunkBytes = 16 * 1024;

    private readonly ReadOnlyMemory<byte> _body;

    public TrackedContent(ReadOnlyMemory<byte> body, string? mediaType, SendTracker tracker)
        : base(tracker)
    {
        _body = body;
        if (mediaType is not null) Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    protected override bool CanRepeat => true;

    protected override BodyContent Copy() => new TrackedContent(_body, mediaType: null, Tracker);

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> rest = _body;
        while (rest.Length > ChunkBytes)
        {
            Tracker.Phase = RequestPhase.Partial;
            await stream.WriteAsync(rest[..ChunkBytes], cancellationToken).ConfigureAwait(false);
            rest = rest[ChunkBytes..];
        }

        // Before the last write, not after it: a write that fails may have delivered its bytes.
        Tracker.Phase = RequestPhase.Complete;
        await stream.WriteAsync(rest, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryGetLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
