using System.Text;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Pipeline;

/// <summary>Reads what a good response holds: JSON, a text or a stream.</summary>
internal sealed class ResponseContent(ClientSettings settings)
{
    /// <summary>The body's value.</summary>
    /// <exception cref="EvolinkResponseException">The body is null, or not as its specification says.</exception>
    public T ReadRequired<T>(ApiCall call, ApiResponse response, JsonValueReader<T?> read) =>
        ResponseJson.Read(response, read, out Exception? problem) is { } value ? value : throw Unreadable(call, response, problem);

    /// <summary>The body's value; the default of <typeparamref name="T"/> where there is no body, or where it is null.</summary>
    /// <exception cref="EvolinkResponseException">The body is not as its specification says.</exception>
    public T? ReadOptional<T>(ApiCall call, ApiResponse response, JsonValueReader<T?> read)
    {
        if (response.Body.IsEmpty) return default;
        T? value = ResponseJson.Read(response, read, out Exception? problem);
        return problem is null ? value : throw Unreadable(call, response, problem);
    }

    /// <summary>The body as a text.</summary>
    /// <exception cref="EvolinkResponseException">It is a web page, where none is due.</exception>
    public string ReadText(ApiCall call, ApiResponse response)
    {
        ThrowIfPage(call, response);
        return EncodingOf(response).GetString(response.Body.Span).TrimStart('\ufeff');
    }

    /// <summary>The body of an unread response as a stream, which disposes the response with itself.</summary>
    /// <exception cref="EvolinkResponseException">It is a web page, where none is due.</exception>
    public async Task<Stream> OpenAsync(ApiCall call, ApiResponse response, CancellationToken cancellationToken)
    {
        try
        {
            ThrowIfPage(call, response);
            return new ResponseStream(response.Unread!, await response.Unread!.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), settings.Time);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>The exception for a body that is not as its specification says; it has the task's id where the body has one.</summary>
    public EvolinkResponseException Unreadable(ApiCall call, ApiResponse response, Exception? problem)
    {
        if (problem is not null) problem = MaskedKey.Remove(problem, settings.ApiKey);
        string? taskId = call.Operation.TaskFamily is { } family ? response.Task(family).Id : null;
        return new CallErrors(call.Operation, settings.Descriptor, settings.ApiKey)
            .CreateResponseError(response, problem?.Message ?? "The response is not as specified", problem, response.IdempotencyKey, taskId);
    }

    // A page where something else is due comes from a proxy or a sign-in portal, not from the API.
    private void ThrowIfPage(ApiCall call, ApiResponse response)
    {
        string accepted = call.Operation.Accept;
        if (response.MediaType is "text/html" && !accepted.Contains("html", StringComparison.OrdinalIgnoreCase) && !accepted.StartsWith('*'))
        {
            throw Unreadable(call, response, new InvalidDataException("The response is a web page"));
        }
    }

    private static Encoding EncodingOf(ApiResponse response)
    {
        try
        {
            return response.ContentHeaders?.ContentType?.CharSet?.Trim('"') is { } charset ? Encoding.GetEncoding(charset) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            // A charset that nobody knows: most of what is text is UTF-8.
            return Encoding.UTF8;
        }
    }
}
