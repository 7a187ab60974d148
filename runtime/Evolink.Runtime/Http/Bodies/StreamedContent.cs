using System.Buffers;
using Evolink.Runtime.Files;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>A body with streams in it. It records how far it got, and never holds a stream in memory.</summary>
internal sealed class StreamedContent : BodyContent
{
    private const int ChunkBytes = 64 * 1024;

    private readonly IReadOnlyList<BodySegment> _segments;
    private readonly Action _onProgress;

    public StreamedContent(IReadOnlyList<BodySegment> segments, string? mediaType, SendTracker tracker, Action onProgress)
        : base(tracker)
    {
        (_segments, _onProgress) = (segments, onProgress);
        if (mediaType is not null) Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    protected override bool CanRepeat => _segments.All(static segment => segment.CanRepeat);

    protected override BodyContent Copy() => new StreamedContent(_segments, mediaType: null, Tracker, _onProgress);

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        StreamUse.Begin(_segments, this);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            Tracker.Phase = RequestPhase.Partial;
            for (int i = 0; i < _segments.Count; i++)
            {
                bool isLast = i == _segments.Count - 1;
                if (_segments[i].Stream is null)
                {
                    // Before the last write, not after it: a write that fails may have delivered its bytes.
                    if (isLast) Tracker.Phase = RequestPhase.Complete;
                    await stream.WriteAsync(_segments[i].Bytes, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await CopyAsync(_segments[i], isLast, buffer, stream, cancellationToken).ConfigureAwait(false);
                }
            }

            // A body whose length was not known ends after the last of its streams.
            Tracker.Phase = RequestPhase.Complete;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            StreamUse.End(_segments, this);
        }
    }

    protected override bool TryGetLength(out long length)
    {
        length = 0;
        foreach (BodySegment segment in _segments)
        {
            if (segment.Length is not { } known) return false;
            length += known;
        }

        return true;
    }

    private async Task CopyAsync(BodySegment segment, bool isLast, byte[] buffer, Stream target, CancellationToken cancellationToken)
    {
        segment.Rewind();
        long? rest = segment.Length;
        while (rest is null or > 0)
        {
            int wanted = (int)Math.Min(rest ?? buffer.Length, buffer.Length);
            int count = await segment.Stream!.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
            if (count == 0 && rest is null) return;
            if (count == 0) throw new IOException("The stream ended before its length while it was being sent.");
            rest -= count;
            if (isLast && rest == 0) Tracker.Phase = RequestPhase.Complete;
            _onProgress();
            await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
    }
}
