using System.Net;

namespace Evolink;

/// <summary>The server accepted the call, and its response cannot be read: no JSON, cut off, too large or of another shape.</summary>
public sealed class EvolinkResponseException : EvolinkException
{
    internal EvolinkResponseException(string message, HttpStatusCode statusCode, string bodyStart, Exception? innerException = null)
        : base(message, innerException) => (StatusCode, BodyStart) = (statusCode, bodyStart);

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The first characters of the body, at most 200.</summary>
    public string BodyStart { get; }
}
