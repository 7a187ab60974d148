using System.Text.Json;
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

    /// <summary>The model that a JSON body asks for; null where it names none, and for any other body.</summary>
    public string? FindModel()
    {
        if (_segments is not null || !MediaTypes.IsJson(MediaType)) return null;
        try
        {
            Utf8JsonReader reader = new(_bytes.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
            return reader.Read() ? JsonRead.Peek(reader, "model"u8) : null;
        }
        catch (JsonException)
        {
            // A text that was called JSON by its caller. The server takes it as it is.
            return null;
        }
    }

    /// <summary>The content of one attempt.</summary>
    /// <param name="tracker">Is told how far it got.</param>
    /// <param name="onProgress">Called whenever a part of a stream is about to leave.</param>
    public HttpContent ToContent(SendTracker tracker, Action onProgress) => _segments is null
        ? new TrackedContent(_bytes, MediaType, tracker)
        : new StreamedContent(_segments, MediaType, tracker, onProgress);
}
