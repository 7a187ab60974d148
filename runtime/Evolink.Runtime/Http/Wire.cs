using System.Net;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Http;

/// <summary>Sends one message: builds it, authenticates it where that is allowed, reads the answer.</summary>
internal sealed class Wire(ClientSettings settings, HttpMessageInvoker invoker)
{
    /// <summary>Sends once. Whatever goes wrong on the way is in the result.</summary>
    /// <param name="call">What to send.</param>
    /// <param name="body">The body, ready to be sent; null for none.</param>
    /// <param name="idempotencyKey">For creates.</param>
    /// <param name="asStream">Whether a good answer's body is left unread, for the caller to read.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public async Task<Attempt> SendAsync(ApiCall call, PreparedBody? body, string? idempotencyKey, bool asStream, CancellationToken cancellationToken)
    {
        Submission submission = new();
        bool creates = call.Operation.CreatesTask;
        using AttemptScope scope = new(
            call.Options?.AttemptTimeout ?? (creates ? settings.SubmitTimeout : settings.AttemptTimeout), settings.Time, creates ? submission : null, cancellationToken);
        using HttpRequestMessage message = Message(call, body, idempotencyKey, submission, scope.Restart);
        Uri sent = message.RequestUri!;
        try
        {
            HttpResponseMessage response = await AskAsync(message, submission, scope.Token).ConfigureAwait(false);
            ForeignAnswerException.ThrowIfForeign(sent, response, settings.ApiKey);
            if (asStream && response.IsSuccessStatusCode) return new Attempt(submission.Phase, Masked(AnswerReader.Unread(response, settings.Time)), null);
            using (response) return new Attempt(submission.Phase, Masked(await AnswerReader.ReadAsync(response, scope, settings.Time).ConfigureAwait(false)), null);
        }
        catch (Exception failure) when (submission.Phase != RequestPhase.NotStarted || failure is not ObjectDisposedException)
        {
            // A caller's handler may throw anything; after the body left, none of it may hide that the outcome is unknown.
            return new Attempt(submission.Phase, null, MaskedKey.Remove(failure, settings.ApiKey));
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage message, Submission submission, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (submission.Created is { } answered)
        {
            // The answer was there, and a handler of the host's (its log, its metrics) threw on the way back: the answer has the task's id.
            return answered;
        }
    }

    // What the server says of itself stands in messages and logs.
    private Answer Masked(Answer answer)
    {
        answer.RequestId = answer.RequestId is { } id ? MaskedKey.Remove(id, settings.ApiKey) : null;
        answer.MediaType = answer.MediaType is { } type ? MaskedKey.Remove(type, settings.ApiKey) : null;
        answer.BodyFailure = answer.BodyFailure is { } failure ? MaskedKey.Remove(failure, settings.ApiKey) : null;
        return answer;
    }

    // HttpClient's own SendAsync(message, token) would buffer the body without our limits.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) => invoker is HttpClient client
        ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : invoker.SendAsync(message, cancellationToken);

    private HttpRequestMessage Message(ApiCall call, PreparedBody? body, string? idempotencyKey, Submission submission, Action onProgress)
    {
        Uri address = settings.Servers.Resolve(call.Operation, call.PathAndQuery());
        HttpRequestMessage message = new(new HttpMethod(call.Operation.Method), address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            // A POST without content is replayed by the sockets handler itself, so every POST has one.
            Content = body is not null ? body.ToContent(submission, onProgress)
                : call.Operation.Method == "POST" ? new TrackedContent(default, mediaType: null, submission)
                : null,
        };
        if (message.Content is not null) message.Options.Set(Submission.Key, submission);
        message.Headers.TryAddWithoutValidation("Accept", call.Operation.Accept);
        message.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        foreach ((string name, string value) in call.Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (call.Options is { } options)
        {
            foreach ((string name, string value) in options.Headers) Set(message, name, value);
        }

        if ((idempotencyKey ?? call.Options?.IdempotencyKey) is { } once) Set(message, IdempotencyKeyHeader.Name, once);

        string? key = settings.ApiKey.Length > 0 && settings.Servers.MayHaveKey(address) ? settings.ApiKey : null;
        if (key is not null) Credentials.Apply(message, call.Operation, key);
        if (Credentials.Cookies(call, key) is { Length: > 0 } cookies) message.Headers.TryAddWithoutValidation("Cookie", cookies);
        return message;
    }

    private static void Set(HttpRequestMessage message, string name, string value)
    {
        message.Headers.Remove(name);
        message.Headers.TryAddWithoutValidation(name, value);
    }
}
