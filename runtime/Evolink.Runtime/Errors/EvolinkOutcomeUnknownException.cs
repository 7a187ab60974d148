using System.Net;

namespace Evolink;

/// <summary>
/// The request to create a task left whole, and no response says what became of it: the task may exist and be billed. It was not sent
/// again. Look for it in the account's task list before submitting anew.
/// </summary>
public sealed class EvolinkOutcomeUnknownException : EvolinkException
{
    internal EvolinkOutcomeUnknownException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How far the attempt got that came furthest.</summary>
    public RequestPhase Phase { get; internal init; } = RequestPhase.Complete;

    /// <summary>The HTTP status, where the server answered at all.</summary>
    public HttpStatusCode? StatusCode { get; internal init; }
}
