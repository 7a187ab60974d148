namespace Evolink;

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
    /// <param name="submission">Is told how far it got.</param>
    /// <param name="onProgress">Called whenever a part of a stream is about to leave.</param>
    public HttpContent ToContent(Submission submission, Action onProgress) => _segments is null
        ? new TrackedContent(_bytes, MediaType, submission)
        : new StreamedContent(_segments, MediaType, submission, onProgress);
}

/// <summary>A run of bytes, or a stream from where it stood when it was given.</summary>
internal readonly struct BodySegment
{
    private readonly long _start;

    public BodySegment(ReadOnlyMemory<byte> bytes) => (Bytes, Length) = (bytes, bytes.Length);

    public BodySegment(Stream stream)
    {
        Stream = stream;
        if (!stream.CanSeek) return;
        _start = stream.Position;
        Length = Math.Max(0, stream.Length - _start);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public Stream? Stream { get; }

    /// <summary>Null for a stream whose end is not known.</summary>
    public long? Length { get; }

    public bool CanRepeat => Stream is null or { CanSeek: true };

    public void Rewind()
    {
        if (Stream is { CanSeek: true } stream) stream.Position = _start;
    }
}
