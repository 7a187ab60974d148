using System.Net;
using System.Net.Http.Headers;

namespace Evolink.Runtime.Http;

/// <summary>The content of one request: written to a connection once by every handler, and read by any of them.</summary>
/// <remarks>
/// A handler that reads the content (a log, a signature) has .NET keep the bytes in the content, and every later send copies them without
/// a word to it. So the message gets a fresh content as soon as that happens, and what is sent is written here again.
/// </remarks>
internal abstract class BodyContent(SendTracker tracker) : HttpContent
{
    private BodyContent? _before;

    protected SendTracker Tracker => tracker;

    /// <summary>Whether the body can be written again from its beginning.</summary>
    protected abstract bool CanRepeat { get; }

    /// <summary>The same body with another content's headers.</summary>
    public BodyContent Renew()
    {
        BodyContent fresh = Copy();
        fresh._before = this;
        fresh.AddHeadersOfBefore();
        return fresh;
    }

    protected abstract BodyContent Copy();

    protected abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    protected abstract bool TryGetLength(out long length);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // A stream that cannot go back is in that buffer alone from now on.
        bool isRead = CanRepeat && IsBuffer(stream);
        if (!isRead) tracker.BeginBody(CanRepeat);
        await WriteAsync(stream, cancellationToken).ConfigureAwait(false);
        if (isRead) tracker.Renew(this);
    }

    // Asked for before the headers are sent: a handler that kept the content it has read may have added some to that.
    protected sealed override bool TryComputeLength(out long length)
    {
        AddHeadersOfBefore();
        return TryGetLength(out length);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _before?.Dispose();
        base.Dispose(disposing);
    }

    // No stream of a connection tells a length. One that can go back is a handler's own, and may be its way to send.
    private static bool IsBuffer(Stream stream)
    {
        if (stream.CanSeek) return false;
        try
        {
            _ = stream.Length;
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private void AddHeadersOfBefore()
    {
        if (_before is null) return;
        foreach ((string name, HeaderStringValues values) in _before.Headers.NonValidated)
        {
            // The length comes of the body.
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && !Headers.NonValidated.Contains(name)) Headers.TryAddWithoutValidation(name, values);
        }
    }
}
