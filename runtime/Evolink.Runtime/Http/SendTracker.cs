namespace Evolink.Runtime.Http;

/// <summary>One attempt to send one request: may be sent once, and knows how far it got.</summary>
internal sealed class SendTracker
{
    /// <summary>Where a message carries its tracker, so that the innermost handler finds it, and a clone of the message has it too.</summary>
    public static readonly HttpRequestOptionsKey<SendTracker> Key = new("Evolink.Submission");

    private volatile RequestPhase _phase;
    private int _sent;
    private int _written;

    /// <summary>The good response to a create, as it came from the network; null where none came, or where the innermost handler is not ours.</summary>
    public HttpResponseMessage? Created { get; set; }

    /// <summary>The message that is sent.</summary>
    public HttpRequestMessage? Message { get; set; }

    public RequestPhase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    /// <summary>Called when the message is about to leave.</summary>
    /// <exception cref="RepeatedSendException">It has been there before.</exception>
    public void BeginSend()
    {
        if (Interlocked.Exchange(ref _sent, 1) != 0) throw new RepeatedSendException();
    }

    /// <summary>Called when a handler has read the content, whose bytes .NET has kept in it: the message gets one that will be written here.</summary>
    public void Renew(BodyContent read)
    {
        if (Message is { } message && ReferenceEquals(message.Content, read)) message.Content = read.Renew();
    }

    /// <summary>Called where the body is written; catches repetition where the innermost handler is not ours.</summary>
    /// <param name="canRepeat">Whether the body can be written again from its beginning.</param>
    /// <remarks>
    /// What passed the innermost handler once and is written again is written by .NET itself, which repeats only what the server has
    /// certainly not processed: a stream that HTTP/2 refused (REFUSED_STREAM), or one beyond the last that a GOAWAY names.
    /// </remarks>
    /// <exception cref="RepeatedSendException">It has been written before.</exception>
    public void BeginBody(bool canRepeat)
    {
        if (Interlocked.Exchange(ref _written, 1) == 0) return;
        if (!canRepeat || Volatile.Read(ref _sent) == 0) throw new RepeatedSendException();

        // Nobody has the one that left before.
        Phase = RequestPhase.NotStarted;
    }
}

/// <summary>A handler that is not ours sent a message again.</summary>
internal sealed class RepeatedSendException() : InvalidOperationException(
    "This request has been sent already, and sending it again may be billed again. A retry or redirect handler around the Evolink client repeats requests: "
    + "take it off this HttpClient; the client itself retries where that is safe.");
