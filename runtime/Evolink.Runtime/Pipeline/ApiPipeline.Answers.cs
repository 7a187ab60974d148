using System.Diagnostics.CodeAnalysis;
using System.Text;
using Evolink.Runtime.Http;

namespace Evolink;

public sealed partial class ApiPipeline
{
    /// <summary>The same calls, each giving the whole answer.</summary>
    public ApiResponsePipeline WithResponse { get; }

    /// <summary>Sends a call and reads its answer.</summary>
    /// <exception cref="EvolinkValidationException">The body is not as its specification demands; nothing was sent.</exception>
    /// <exception cref="EvolinkException">The call failed; the type says how.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled a create.</exception>
    public async Task<T> SendAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        using Answer answer = await AskAsync(call, cancellationToken).ConfigureAwait(false);
        return Required(call, answer, read);
    }

    /// <summary>Sends a call whose answer is a number, a boolean or another value type.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<T> SendValueAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
        where T : struct
    {
        using Answer answer = await AskAsync(call, cancellationToken).ConfigureAwait(false);
        return Required(call, answer, read)!.Value;
    }

    /// <summary>Sends a call whose answer may be null, or have no content.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<T?> SendOptionalAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        using Answer answer = await AskAsync(call, cancellationToken).ConfigureAwait(false);
        return Optional(call, answer, read);
    }

    /// <summary>Sends a call whose answer has no content.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task SendAsync(ApiCall call, CancellationToken cancellationToken = default) =>
        (await AskAsync(call, cancellationToken).ConfigureAwait(false)).Dispose();

    /// <summary>Sends a call whose answer is a text.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<string> SendTextAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using Answer answer = await AskAsync(call, cancellationToken).ConfigureAwait(false);
        return Text(call, answer);
    }

    /// <summary>Sends a call whose answer is of any kind and size. The caller reads the stream and disposes it.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<Stream> SendStreamAsync(ApiCall call, CancellationToken cancellationToken = default) =>
        await OpenAsync(call, await AskAsync(call, cancellationToken, asStream: true).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    internal Task<Answer> AskAsync(ApiCall call, CancellationToken cancellationToken, bool asStream = false)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.Options = _options;
        return ExchangeAsync(call, KeyFor(call), _settings.MaxRetries, asStream, cancellationToken);
    }

    internal T Required<T>(ApiCall call, Answer answer, JsonValueReader<T?> read) =>
        AnswerJson.Read(answer, read, out Exception? problem) is { } value ? value : throw Unreadable(call, answer, problem);

    internal T? Optional<T>(ApiCall call, Answer answer, JsonValueReader<T?> read)
    {
        if (answer.Body.IsEmpty) return default;
        T? value = AnswerJson.Read(answer, read, out Exception? problem);
        return problem is null ? value : throw Unreadable(call, answer, problem);
    }

    internal string Text(ApiCall call, Answer answer)
    {
        ThrowIfPage(call, answer);
        string? charset = answer.ContentHeaders?.ContentType?.CharSet?.Trim('"');
        return Encoding(charset).GetString(answer.Body.Span).TrimStart('\ufeff');
    }

    internal async Task<Stream> OpenAsync(ApiCall call, Answer answer, CancellationToken cancellationToken)
    {
        try
        {
            ThrowIfPage(call, answer);
            return new AnswerStream(answer.Unread!, await answer.Unread!.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _settings.Time);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    // A page where something else is due comes from a proxy or a sign-in portal, not from the API.
    private void ThrowIfPage(ApiCall call, Answer answer)
    {
        if (answer.MediaType is "text/html" && !call.Operation.Accept.Contains("html", StringComparison.OrdinalIgnoreCase) && !call.Operation.Accept.StartsWith('*'))
        {
            throw Unreadable(call, answer, new InvalidDataException("The answer is a web page"));
        }
    }

    private static Encoding Encoding([AllowNull] string charset)
    {
        try
        {
            return charset is null ? System.Text.Encoding.UTF8 : System.Text.Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return System.Text.Encoding.UTF8;
        }
    }
}
