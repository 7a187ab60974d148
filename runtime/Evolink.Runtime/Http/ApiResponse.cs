using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Evolink.Runtime.Responses;

namespace Evolink.Runtime.Http;

/// <summary>A response with its body in a pooled buffer; dispose it once nothing reads the body any more.</summary>
internal sealed class ApiResponse(HttpStatusCode statusCode) : IDisposable
{
    private byte[] _buffer = [];
    private int _length;
    private TaskState? _task;

    public HttpStatusCode StatusCode { get; } = statusCode;
    public string? RequestId { get; set; }
    public string? MediaType { get; set; }
    public TimeSpan? RetryAfter { get; init; }
    public HttpResponseHeaders? Headers { get; init; }
    public HttpContentHeaders? ContentHeaders { get; init; }

    /// <summary>The key of the create that was answered; null for other calls.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The model that the create asked for; null for other calls, and where its body names none.</summary>
    public string? RequestedModel { get; set; }

    /// <summary>Whether the server answered from memory: it had carried out a request of the same idempotency key before.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>The response itself where its body is still to be read; then <see cref="Body"/> is empty.</summary>
    public HttpResponseMessage? Unread { get; init; }

    /// <summary>Why the body ended early; null for a body that came whole.</summary>
    public Exception? BodyFailure { get; set; }

    public ReadOnlyMemory<byte> Body => _buffer.AsMemory(0, _length);

    /// <summary>The body as a task. Read once, by whoever needs it first; the body has to be there by then.</summary>
    public TaskState Task(TaskFamily family) => _task ??= IsRepeated ? Earlier!.State : TaskStateReader.Read(Body.Span, family);

    /// <summary>What an earlier query of the same task was answered; null where there was none, and for any other call.</summary>
    public KnownTask? Earlier { get; set; }

    /// <summary>The id of the task that was queried; null for any other call.</summary>
    public string? AskedTaskId { get; set; }

    /// <summary>Whether the earlier query was answered the same, byte for byte: a task that is under way says so again and again.</summary>
    public bool IsRepeated => Earlier is { } earlier && BodyFailure is null && Body.Span.SequenceEqual(earlier.Json);

    /// <summary>Whether it is a good response: a 2xx, or another that the operation is documented to answer with.</summary>
    public bool IsSuccess { get; init; } = (int)statusCode is >= 200 and < 300;

    /// <summary>Whether it leads elsewhere rather than having the content itself.</summary>
    public bool IsRedirect => (int)StatusCode is >= 300 and < 400 and not 304;

    /// <summary>Where it leads, in full; null where it says nothing of that.</summary>
    public Uri? Location { get; init; }

    /// <summary>Room for the next bytes of the body.</summary>
    public Memory<byte> Free()
    {
        if (_length == _buffer.Length) Grow();
        return _buffer.AsMemory(_length);
    }

    /// <summary>Room for a body that is known already.</summary>
    public Memory<byte> Reserve(int length)
    {
        while (_buffer.Length - _length < length) Grow();
        return _buffer.AsMemory(_length, length);
    }

    public void Advance(int count) => _length += count;

    public void Dispose()
    {
        Unread?.Dispose();
        byte[] buffer = _buffer;
        (_buffer, _length) = ([], 0);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(4096, 2 * _buffer.Length));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
