namespace Evolink.Runtime.Uploads;

/// <summary>
/// A file on its way: its first bytes can be looked at before it is sent, and it tells how far it is. Nothing but those bytes is kept.
/// The caller's stream stays open.
/// </summary>
internal sealed class UploadStream : ReadOnlyStream
{
    private readonly Stream _content;
    private readonly IProgress<UploadProgress>? _progress;
    private readonly long _origin;
    private ReadOnlyMemory<byte> _held;
    private long _sent;

    private UploadStream(Stream content, IProgress<UploadProgress>? progress)
    {
        (_content, _progress) = (content, progress);
        if (!content.CanSeek) return;
        _origin = content.Position;
        TotalBytes = Math.Max(0, content.Length - _origin);
    }

    /// <summary>What the progress handler threw; null as long as it has thrown nothing.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>Called when the progress handler has thrown, so that the upload ends rather than begins anew.</summary>
    public Action? OnThrown { get; set; }

    /// <summary>The first bytes.</summary>
    public ReadOnlyMemory<byte> Start { get; private set; }

    /// <summary>How many bytes there are; null where that is not known.</summary>
    public long? TotalBytes { get; private set; }

    public override bool CanSeek => _content.CanSeek;

    public override long Length => _content.Length;

    public override long Position
    {
        get => _content.Position;
        set
        {
            _content.Position = value;
            _sent = value - _origin;
        }
    }

    public static async Task<UploadStream> OpenAsync(Stream content, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        UploadStream stream = new(content, progress);
        byte[] start = new byte[MediaSignature.Bytes];
        int count = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        stream.Start = start.AsMemory(0, count);
        if (content.CanSeek) content.Position = stream._origin;
        else stream._held = stream.Start;

        // What ends within the bytes that were looked at has a length after all.
        if (count < start.Length) stream.TotalBytes ??= count;
        return stream;
    }

    /// <summary>What an inspector reads of the file, which is sent from its beginning afterwards; null where there is no inspector, or no way back to the beginning.</summary>
    public async ValueTask<MediaMeasures?> InspectAsync(IMediaInspector? inspector, string contentType, CancellationToken cancellationToken)
    {
        if (inspector is null || !CanSeek) return null;
        using InspectedStream view = new(_content);
        try
        {
            return await inspector.InspectAsync(view, contentType, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _content.Position = _origin;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // What was read before has left by now: who sends reads on only then.
        if (!TryReport(new UploadProgress(_sent, TotalBytes)))
        {
            OnThrown?.Invoke();
            throw new IOException("The progress handler ended the upload.", Thrown);
        }

        int count = TakeHeld(buffer.Span);
        if (count == 0) count = await _content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _sent += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        int taken = TakeHeld(buffer.AsSpan(offset, count));
        if (taken == 0) taken = _content.Read(buffer, offset, count);
        _sent += taken;
        return taken;
    }

    /// <summary>Tells that all of it has arrived. What the handler throws now cannot end the upload any more, and must not cost the file's URL.</summary>
    public void Complete() => TryReport(new UploadProgress(_sent, TotalBytes ?? _sent));

    private bool TryReport(UploadProgress progress)
    {
        try
        {
            _progress?.Report(progress);
            return true;
        }
        catch (Exception thrown)
        {
            Thrown = thrown;
            return false;
        }
    }

    private int TakeHeld(Span<byte> buffer)
    {
        int count = Math.Min(_held.Length, buffer.Length);
        _held.Span[..count].CopyTo(buffer);
        _held = _held[count..];
        return count;
    }
}
