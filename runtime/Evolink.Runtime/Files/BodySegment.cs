namespace Evolink.Runtime.Files;

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
