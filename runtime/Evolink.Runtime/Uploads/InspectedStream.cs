namespace Evolink.Runtime.Uploads;

/// <summary>A file as an inspector has it: from where its stream stood, which is 0 here, and not to be disposed.</summary>
internal sealed class InspectedStream(Stream content) : ReadOnlyStream
{
    private readonly long _origin = content.Position;

    public override bool CanSeek => true;

    public override long Length => content.Length - _origin;

    public override long Position
    {
        get => content.Position - _origin;
        set => content.Position = value + _origin;
    }

    public override int Read(byte[] buffer, int offset, int count) => content.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => content.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => content.ReadAsync(buffer, cancellationToken);
}
