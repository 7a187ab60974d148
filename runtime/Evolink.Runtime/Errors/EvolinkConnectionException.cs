namespace Evolink;

/// <summary>The server could not be reached, or the connection broke. A create that ends so was certainly not submitted.</summary>
public sealed class EvolinkConnectionException : EvolinkException
{
    internal EvolinkConnectionException(string message, RequestPhase phase, Exception? innerException)
        : base(message, innerException) => Phase = phase;

    /// <summary>How far the request got.</summary>
    public RequestPhase Phase { get; }
}
