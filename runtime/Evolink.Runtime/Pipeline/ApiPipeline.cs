using System.ComponentModel;
using System.Net.ServerSentEvents;
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

    internal ClientSettings Settings => _settings;

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

    /// <summary>Sends a call whose response is of one of several kinds, none of them JSON. The caller disposes it.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<EvolinkContent> SendContentAsync(ApiCall call, CancellationToken cancellationToken = default) =>
        await Content.OpenContentAsync(call, await ExchangeAsync(call, cancellationToken, asStream: true).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a call whose response is JSON or of another kind, as the server decides. The caller disposes it.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<EvolinkContent<T>> SendContentAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default) =>
        await Content.OpenContentAsync(call, await ExchangeMixedAsync(call, cancellationToken).ConfigureAwait(false), read, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a call whose response leads elsewhere; it is not followed.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<Uri> SendLocationAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return Content.ReadLocation(call, response);
    }

    /// <summary>Sends a call whose response may lead elsewhere; it is not followed. Null where it leads nowhere.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<Uri?> SendOptionalLocationAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        using ApiResponse response = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        return Content.ReadOptionalLocation(call, response);
    }

    /// <summary>Sends a call whose response is a stream of events, each with JSON as its data. The call is sent when the first event is asked for.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public IAsyncEnumerable<T> StreamAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
    {
        EventContent? content = null;
        return new EventStream<T>(
            async token =>
            {
                ApiResponse response = await ExchangeMixedAsync(call, token).ConfigureAwait(false);
                content = new EventContent(_settings, call, response);
                return await Content.OpenEventsAsync(call, response, content, isText: false, token).ConfigureAwait(false);
            },
            (EventSource source, RawEvent item, out T? value) => content!.ReadJson(source, item, read, out value),
            cancellationToken);
    }

    /// <summary>As <see cref="StreamAsync{T}"/>, of data that is a value type.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public IAsyncEnumerable<T> StreamValuesAsync<T>(ApiCall call, JsonValueReader<T?> read, CancellationToken cancellationToken = default)
        where T : struct =>
        StreamAsync<T>(call, (ref System.Text.Json.Utf8JsonReader reader) => read(ref reader) ?? throw new System.Text.Json.JsonException("null is no event"), cancellationToken);

    /// <summary>Sends a call whose response is a stream of events, each with a text as its data. The call is sent when the first event is asked for.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public IAsyncEnumerable<SseItem<string>> StreamAsync(ApiCall call, CancellationToken cancellationToken = default) => new EventStream<SseItem<string>>(
        async token =>
        {
            ApiResponse response = await ExchangeMixedAsync(call, token).ConfigureAwait(false);
            return await Content.OpenEventsAsync(call, response, new EventContent(_settings, call, response), isText: true, token).ConfigureAwait(false);
        },
        EventContent.ReadAsItIs,
        cancellationToken);

    /// <summary>Sends a call whose JSON is read whole, and whose other content is left to be read.</summary>
    internal ValueTask<ApiResponse> ExchangeMixedAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.BuffersJson = true;
        return ExchangeAsync(call, cancellationToken, asStream: true);
    }

    /// <summary>Sends a call with the options of this pipeline. The caller disposes the response.</summary>
    internal ValueTask<ApiResponse> ExchangeAsync(ApiCall call, CancellationToken cancellationToken, bool asStream = false)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.Options = _options;
        call.TakesResultStatuses = true;
        string? idempotencyKey = call.Operation.CreatesTask ? IdempotencyKeyHeader.Resolve(call) : null;
        return _sender.SendAsync(call, idempotencyKey, _settings.MaxRetries, asStream, cancellationToken);
    }
}
