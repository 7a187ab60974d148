using System.Text;
using Evolink.Runtime.Text;

namespace Evolink;

/// <summary>Something went wrong between this program and the API. Every failure of a call but cancellation and validation derives from it.</summary>
public abstract class EvolinkException : Exception
{
    // A message quotes the server here and there. Beyond this much, nobody reads on.
    internal const int MaxCharacters = 8000;

    /// <summary>Makes an exception.</summary>
    protected EvolinkException(string message, Exception? innerException = null)
        : base(PrintableText.EscapeLine(message, MaxCharacters), innerException)
    {
    }

    /// <summary>The server's name for the request (<c>x-request-id</c> or <c>x-oneapi-request-id</c>); give it to the vendor's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The <c>Idempotency-Key</c> of the create that failed; the same on all its attempts. Null for other calls.</summary>
    public string? IdempotencyKey { get; internal set; }

    /// <summary>The task that the failure is about, so that it can be resumed. Null where none is known.</summary>
    public string? TaskId { get; internal set; }

    /// <summary>The same failure for another task: each has its own <see cref="TaskId"/>.</summary>
    internal EvolinkException Copy() => (EvolinkException)MemberwiseClone();

    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            StringBuilder message = new(base.Message);
            if (TaskId is not null) message.Append(" [task ").Append(PrintableText.Escape(TaskId)).Append(']');
            if (RequestId is not null) message.Append(" [request ").Append(RequestId).Append(']');
            if (IdempotencyKey is not null) message.Append(" [idempotency key ").Append(IdempotencyKey).Append(']');
            return message.ToString();
        }
    }
}
