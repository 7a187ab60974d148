using Evolink.Runtime.Files;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>A body that can be sent: bytes, or bytes and streams in turn.</summary>
internal sealed class PreparedBody
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly IReadOnlyList<BodySegment>? _segments;

    public PreparedBody(string mediaType, ReadOnlyMemory<byte> bytes) => (MediaType, _bytes) = (mediaType, bytes);

    public PreparedBody(string mediaType, IReadOnlyList<BodySegment> segments) => (MediaType, _segments) = (mediaType, segments);

    public string MediaType { get; }

    /// <summary>Whether it can be sent again from its beginning: a stream that cannot be rewound is sent once.</summary>
    public bool CanRepeat => _segments?.All(segment => segment.CanRepeat) ?? true;

    /// <summary>The content of one attempt.</summary>
    /// <param name="tracker">Is told how far it got.</param>
    /// <param name="onProgress">Called whenever a part of a stream is about to leave.</param>
    public HttpContent ToContent(SendTracker tracker, Action onProgress) => _segments is null
        ? new TrackedContent(_bytes, MediaType, tracker)
        : new StreamedContent(_segments, MediaType, tracker, onProgress);
}
