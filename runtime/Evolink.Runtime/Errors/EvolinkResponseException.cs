using System.Net;

namespace Evolink;

/// <summary>The server accepted the call, and its response cannot be read: no JSON, cut off, too large or of another shape.</summary>
public sealed class EvolinkResponseException : EvolinkException
{
    internal EvolinkResponseException(string message, HttpStatusCode statusCode, string bodyStart, string body, Exception? innerException = null)
        : base(message, innerException) => (StatusCode, BodyStart, Body) = (statusCode, bodyStart, body);

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The first characters of the body, at most 200.</summary>
    public string BodyStart { get; }

    /// <summary>
    /// The whole body as text, as far as it came: what was paid for is in it, though it is not as specified. Of an event of a stream, the event's data;
    /// empty where the body is read as a stream.
    /// </summary>
    public string Body { get; }
}
