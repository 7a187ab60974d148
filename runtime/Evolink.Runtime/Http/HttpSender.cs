using System.Net;
using System.Runtime.CompilerServices;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Http;

/// <summary>Sends one message: builds it, authenticates it where that is allowed, reads the response.</summary>
internal sealed class HttpSender(ClientSettings settings, HttpMessageInvoker invoker)
{
    // By reference, and only as long as the operation is there: a caller may make one for each call.
    private readonly ConditionalWeakTable<ApiOperation, OperationRoute> _routes = [];
    private readonly AttemptScopes _scopes = new(settings.Time);

    /// <summary>Sends once. Whatever goes wrong on the way is in the result.</summary>
    /// <param name="call">What to send.</param>
    /// <param name="body">The body, ready to be sent; null for none.</param>
    /// <param name="idempotencyKey">For creates.</param>
    /// <param name="asStream">Whether a good response's body is left unread, for the caller to read.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendAsync(ApiCall call, PreparedBody? body, string? idempotencyKey, bool asStream, CancellationToken cancellationToken)
    {
        bool creates = call.Operation.CreatesTask;

        // What has no content has nothing to keep track of: it may be sent twice.
        SendTracker? tracker = body is not null || call.Operation.Method == "POST" ? new SendTracker() : null;
        using AttemptScope scope = _scopes.Begin(
            call.Options?.AttemptTimeout ?? (creates ? settings.SubmitTimeout : settings.AttemptTimeout), creates ? tracker : null, call.Options?.Recorded is not null, cancellationToken);
        using HttpRequestMessage message = Message(call, body, idempotencyKey, tracker, scope);
        Uri sent = message.RequestUri!;
        try
        {
            HttpResponseMessage response = await (tracker is null ? SendAsync(message, scope.Token) : SendTrackedAsync(message, tracker, scope.Token)).ConfigureAwait(false);
            CrossOriginResponseException.ThrowIfCrossOrigin(sent, response, settings.ApiKey);
            bool isResult = IsResult(call, response);
            if (asStream && isResult && !(call.BuffersJson && IsJson(response))) return new Attempt(Phase(tracker), Masked(ResponseReader.Unread(response, sent, isResult, settings.Time)), null);
            using (response) return new Attempt(Phase(tracker), Masked(await ResponseReader.ReadAsync(response, sent, isResult, scope, settings.Time).ConfigureAwait(false)), null);
        }
        catch (Exception failure) when (Phase(tracker) != RequestPhase.NotStarted || failure is not ObjectDisposedException)
        {
            // A caller's handler may throw anything; after the body left, none of it may hide that the outcome is unknown.
            return new Attempt(Phase(tracker), null, MaskedKey.Remove(failure, settings.ApiKey));
        }
    }

    private static RequestPhase Phase(SendTracker? tracker) => tracker?.Phase ?? RequestPhase.NotStarted;

    private async Task<HttpResponseMessage> SendTrackedAsync(HttpRequestMessage message, SendTracker tracker, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (tracker.Created is { } answered)
        {
            // The response was there, and a handler of the host's (its log, its metrics) threw on the way back: the response has the task's id.
            return answered;
        }
    }

    // A redirect is never followed: what it leads to is not the API's, and the key is none of its business.
    private static bool IsResult(ApiCall call, HttpResponseMessage response) =>
        response.IsSuccessStatusCode || (call.TakesResultStatuses && call.Operation.ResultStatuses.Contains((int)response.StatusCode));

    private static bool IsJson(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType is { } type && MediaTypes.IsJson(type);

    // What the server says of itself stands in messages and logs.
    private ApiResponse Masked(ApiResponse response)
    {
        response.RequestId = response.RequestId is { } id ? MaskedKey.Remove(id, settings.ApiKey) : null;
        response.MediaType = response.MediaType is { } type ? MaskedKey.Remove(type, settings.ApiKey) : null;
        response.BodyFailure = response.BodyFailure is { } failure ? MaskedKey.Remove(failure, settings.ApiKey) : null;
        return response;
    }

    // HttpClient's own SendAsync(message, token) would buffer the body without our limits.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) => invoker is HttpClient client
        ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : invoker.SendAsync(message, cancellationToken);

    private HttpRequestMessage Message(ApiCall call, PreparedBody? body, string? idempotencyKey, SendTracker? tracker, AttemptScope scope)
    {
        OperationRoute route = Route(call.Operation);
        Uri address = route.Address(call);
        HttpRequestMessage message = new(route.Method, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            // A POST without content is replayed by the sockets handler itself, so every POST has one.
            Content = tracker is null ? null : body?.ToContent(tracker, scope) ?? new TrackedContent(default, mediaType: null, tracker),
        };
        if (tracker is not null)
        {
            message.Options.Set(SendTracker.Key, tracker);
            tracker.Message = message;
        }

        message.Headers.TryAddWithoutValidation("Accept", call.Accepted);
        message.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        foreach ((string name, string value) in call.Headers) Add(message, call.Operation, name, value);
        if (call.Options is { } options)
        {
            foreach ((string name, string value) in options.Headers) Set(message, name, value);
        }

        if ((idempotencyKey ?? call.Options?.IdempotencyKey) is { } once) Set(message, IdempotencyKeyHeader.Name, once);

        route.Credentials.Apply(message, route.MayHaveKey(address), call.Cookies);
        return message;
    }

    private OperationRoute Route(ApiOperation operation) =>
        _routes.TryGetValue(operation, out OperationRoute? route) ? route : _routes.GetValue(operation, added => new OperationRoute(added, settings));

    // .NET keeps the headers that describe a body with the body, and refuses them elsewhere by a false that is easily overheard.
    private static void Add(HttpRequestMessage message, ApiOperation operation, string name, string value)
    {
        if (message.Headers.TryAddWithoutValidation(name, value)) return;
        if (message.Content is null) throw new ArgumentException($"The header '{name}' describes a body, and this call of {operation.Id} has none; nothing was sent.", name);
        if (!message.Content.Headers.TryAddWithoutValidation(name, value)) throw new ArgumentException($"The header '{name}' cannot be sent with {operation.Id}; nothing was sent.", name);
    }

    private static void Set(HttpRequestMessage message, string name, string value)
    {
        message.Headers.Remove(name);
        message.Headers.TryAddWithoutValidation(name, value);
    }
}
