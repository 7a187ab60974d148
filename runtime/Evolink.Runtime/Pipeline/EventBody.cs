using Evolink.Runtime.Http;

namespace Evolink.Runtime.Pipeline;

/// <summary>
/// The bytes of a stream of events, with an end of the last event added where the server forgot it, so that the parser hands out what came. Whether
/// that was whole is then to be seen from the event itself.
/// </summary>
internal sealed class EventBody(Stream body) : Stream
{
    private static readonly byte[] s_end = "\n\n"u8.ToArray();
    private int _added = -1;
    private byte _last = (byte)'\n';
    private bool _isComment;
    private long _sinceEvent;

    /// <summary>Whether all bytes of the server were read: an event that comes after that was ended by this stream.</summary>
    public bool HasEnded => _added >= 0;

    /// <summary>Whether the last line was cut off. A comment does not count, since nothing is lost with it.</summary>
    public bool IsCut => _last is not ((byte)'\n' or (byte)'\r') && !_isComment;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!HasEnded)
        {
            int count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count > 0)
            {
                Note(buffer.Span[..count]);
                return count;
            }

            if (buffer.IsEmpty) return 0;
            _added = 0;
        }

        int rest = Math.Min(s_end.Length - _added, buffer.Length);
        s_end.AsSpan(_added, rest).CopyTo(buffer.Span);
        _added += rest;
        return rest;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) body.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Called when the parser has handed out an event.</summary>
    public void StartEvent() => _sinceEvent = 0;

    private void Note(ReadOnlySpan<byte> bytes)
    {
        // The parser keeps an event until it is whole: one without an end would fill the memory.
        _sinceEvent += bytes.Length;
        if (_sinceEvent > ResponseReader.MaxBodyBytes) throw new InvalidDataException($"An event is larger than {ResponseReader.MaxBodyBytes} bytes.");

        int line = bytes[..^1].LastIndexOfAny((byte)'\n', (byte)'\r');
        bool startsLine = line >= 0 || _last is (byte)'\n' or (byte)'\r';
        if (startsLine) _isComment = bytes[line + 1] == ':';
        _last = bytes[^1];
    }
}
