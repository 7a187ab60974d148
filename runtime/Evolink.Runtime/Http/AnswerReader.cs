using System.Net.Http.Headers;

namespace Evolink.Runtime.Http;

/// <summary>Reads an answer: bounded in size, and alive between any two reads.</summary>
internal static class AnswerReader
{
    /// <summary>The most that a body may hold once it is decompressed.</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;

    /// <summary>Reads the whole body. A body that breaks off keeps what came and says why in <see cref="Answer.BodyFailure"/>.</summary>
    public static async Task<Answer> ReadAsync(HttpResponseMessage response, AttemptScope scope, TimeProvider time)
    {
        Answer answer = Of(response, unread: null, time);
        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(scope.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false)) await FillAsync(answer, body, scope).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // A handler of the caller's may hand out a body that throws anything. What came before has the id of a task that is paid for.
            answer.BodyFailure = failure;
        }

        return answer;
    }

    /// <summary>The answer without its body, which whoever takes it reads and disposes.</summary>
    public static Answer Unread(HttpResponseMessage response, TimeProvider time) => Of(response, response, time);

    private static Answer Of(HttpResponseMessage response, HttpResponseMessage? unread, TimeProvider time) => new(response.StatusCode)
    {
        RequestId = Header(response.Headers, "x-request-id") ?? Header(response.Headers, "x-oneapi-request-id"),
        MediaType = response.Content.Headers.ContentType?.MediaType,
        RetryAfter = RetryAfter.Read(response.Headers, time),
        Headers = response.Headers,
        ContentHeaders = response.Content.Headers,
        Unread = unread,
    };

    private static async Task FillAsync(Answer answer, Stream body, AttemptScope scope)
    {
        while (true)
        {
            scope.ExpectBytes();
            int count = await body.ReadAsync(answer.Free(), scope.Token).ConfigureAwait(false);
            if (count == 0) return;
            answer.Advance(count);
            if (answer.Body.Length > MaxBodyBytes) throw new InvalidDataException($"The answer is larger than {MaxBodyBytes} bytes.");
        }
    }

    // A request id is shown to people and logged, so only a plain one is kept.
    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) && values.FirstOrDefault() is { Length: > 0 and <= 200 } value && value.All(c => c is > ' ' and < '\x7f')
            ? value
            : null;
}
