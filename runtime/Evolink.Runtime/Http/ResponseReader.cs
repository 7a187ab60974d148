using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Evolink.Runtime.Http;

/// <summary>Reads a response: bounded in size, and alive between any two reads.</summary>
internal static class ResponseReader
{
    /// <summary>The most that a body may hold once it is decompressed.</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;

    /// <summary>Reads the whole body. A body that breaks off keeps what came and says why in <see cref="ApiResponse.BodyFailure"/>.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<ApiResponse> ReadAsync(HttpResponseMessage message, Uri sent, bool isResult, AttemptScope scope, TimeProvider time)
    {
        ApiResponse response = Create(message, sent, isResult, unread: null, time);
        try
        {
            Stream body = await message.Content.ReadAsStreamAsync(scope.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false)) await FillAsync(response, body, scope).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // A handler of the caller's may hand out a body that throws anything. What came before has the id of a task that is paid for.
            response.BodyFailure = failure;
        }

        return response;
    }

    /// <summary>The response without its body, which whoever takes it reads and disposes.</summary>
    public static ApiResponse Unread(HttpResponseMessage message, Uri sent, bool isResult, TimeProvider time) => Create(message, sent, isResult, message, time);

    private static ApiResponse Create(HttpResponseMessage message, Uri sent, bool isResult, HttpResponseMessage? unread, TimeProvider time) => new(message.StatusCode)
    {
        IsSuccess = isResult,
        Location = message.Headers.Location is { } location && Uri.TryCreate(sent, location, out Uri? absolute) ? absolute : null,
        RequestId = Header(message.Headers, "x-request-id") ?? Header(message.Headers, "x-oneapi-request-id"),
        MediaType = message.Content.Headers.ContentType?.MediaType,
        RetryAfter = RetryAfter.Read(message.Headers, time),
        IsReplayed = message.Headers.TryGetValues(IdempotencyKeyHeader.ReplayedName, out IEnumerable<string>? replayed)
            && replayed.Any(static value => value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase)),
        Headers = message.Headers,
        ContentHeaders = message.Content.Headers,
        Unread = unread,
    };

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask FillAsync(ApiResponse response, Stream body, AttemptScope scope)
    {
        while (true)
        {
            scope.ExpectBytes();
            int count = await body.ReadAsync(response.Free(), scope.Token).ConfigureAwait(false);
            if (count == 0) return;
            response.Advance(count);
            if (response.Body.Length > MaxBodyBytes) throw new InvalidDataException($"The response is larger than {MaxBodyBytes} bytes.");
        }
    }

    // A request id is shown to people and logged, so only a plain one is kept.
    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) && values.FirstOrDefault() is { Length: > 0 and <= 200 } value && value.All(c => c is > ' ' and < '\x7f')
            ? value
            : null;
}
