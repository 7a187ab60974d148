using System.ComponentModel;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Pipeline;

namespace Evolink;

/// <summary>Carries the calls of one client: checks the body, sends, retries where that is safe, reads the response.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPipeline
{
    private readonly ClientSettings _settings;
    private readonly CallSender _sender;
    private readonly RequestOptions? _options;

    internal ApiPipeline(ClientSettings settings, CallSender sender, RequestOptions? options = null)
    {
        (_settings, _sender, _options) = (settings, sender, options);
        Content = new ResponseContent(settings);
        WithResponse = new ApiResponsePipeline(this);
    }

    /// <summary>The same calls, each giving the whole response.</summary>
    public ApiResponsePipeline WithResponse { get; }

    internal ResponseContent Content { get; }

    /// <summary>The same calls, each with these options.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public ApiPipeline With(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequestOptionsValidator.ThrowIfInvalid(options);
        return new ApiPipeline(_settings, _sender, options);
    }

    /// <summary>Sends a call and reads its response.</summary>
    /// <exception cref="EvolinkValidationException">The body is not as its specification demands; nothing was sent.</exception>
    /// <exception cref="EvolinkException">The call failed; the type says how.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled a create.</exception>
    public async Task<T> SendAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return Content.ReadRequired(call, response, read);
    }

    /// <summary>Sends a call whose response is a number, a boolean or another value type.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<T> SendValueAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
        where T : struct
    {
        using ApiResponse response = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return Content.ReadRequired(call, response, read)!.Value;
    }

    /// <summary>Sends a call whose response may be null, or have no content.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<T?> SendOptionalAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return Content.ReadOptional(call, response, read);
    }

    /// <summary>Sends a call whose response has no content.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task SendAsync(ApiCall call, CancellationToken cancellationToken = default) =>
        (await ExchangeAsync(call, cancellationToken).ConfigureAwait(false)).Dispose();

    /// <summary>Sends a call whose response is a text.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<string> SendTextAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return Content.ReadText(call, response);
    }

    /// <summary>Sends a call whose response is of any kind and size. The caller reads the stream and disposes it.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<Stream> SendStreamAsync(ApiCall call, CancellationToken cancellationToken = default) =>
        await Content.OpenAsync(call, await ExchangeAsync(call, cancellationToken, asStream: true).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a call with the options of this pipeline. The caller disposes the response.</summary>
    internal Task<ApiResponse> ExchangeAsync(ApiCall call, CancellationToken cancellationToken, bool asStream = false)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.Options = _options;
        string? idempotencyKey = call.Operation.CreatesTask ? IdempotencyKeyHeader.Resolve(call) : null;
        return _sender.SendAsync(call, idempotencyKey, _settings.MaxRetries, asStream, cancellationToken);
    }
}
