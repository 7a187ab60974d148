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
            return await BodyAsync(response, AttemptScope.BodyStall, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>A response of any kind that the operation offers no JSON beside.</summary>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    public async Task<EvolinkContent> OpenContentAsync(ApiCall call, ApiResponse response, CancellationToken cancellationToken) =>
        new(response, await OpenAsync(call, response, cancellationToken).ConfigureAwait(false), EncodingOf(response));

    /// <summary>A response that is JSON, which has been read, or something else, which has not.</summary>
    /// <exception cref="EvolinkResponseException">The JSON is not as its specification says, or a web page came where none is due.</exception>
    public async Task<EvolinkContent<T>> OpenContentAsync<T>(ApiCall call, ApiResponse response, JsonValueReader<T?> read, CancellationToken cancellationToken)
    {
        if (response.Unread is not null) return new(response, await OpenAsync(call, response, cancellationToken).ConfigureAwait(false), EncodingOf(response), hasValue: false, default);
        using (response)
        {
            bool hasValue = !response.IsRedirect && !response.Body.IsEmpty;
            T? value = hasValue ? ReadOptional(call, response, read) : default;
            return new(response, new MemoryStream(response.Body.ToArray(), writable: false), EncodingOf(response), hasValue, value);
        }
    }

    /// <summary>The address to which a redirect leads.</summary>
    /// <exception cref="EvolinkResponseException">The response is no redirect, or one that does not say where it leads.</exception>
    public Uri ReadLocation(ApiCall call, ApiResponse response) => response is { IsRedirect: true, Location: { } location }
        ? location
        : throw Unreadable(call, response, new InvalidDataException("The response does not say where it leads"));

    /// <summary>The address to which a redirect leads; null for any other response.</summary>
    /// <exception cref="EvolinkResponseException">A redirect came that does not say where it leads.</exception>
    public Uri? ReadOptionalLocation(ApiCall call, ApiResponse response) => response.IsRedirect ? ReadLocation(call, response) : null;

    /// <summary>The events of a response: of an unread one as they come, and JSON that came in their place as one event, or as a list of them.</summary>
    /// <exception cref="EvolinkApiException">An error came as JSON.</exception>
    /// <exception cref="EvolinkResponseException">Something else came: JSON that is no event, or a web page.</exception>
    public async Task<EventSource> OpenEventsAsync(ApiCall call, ApiResponse response, EventContent content, bool isText, CancellationToken cancellationToken)
    {
        try
        {
            if (response.Unread is null) return content.Json(isText);
            ThrowIfPage(call, response);
            return content.Stream(await BodyAsync(response, AttemptScope.EventStall, cancellationToken).ConfigureAwait(false));
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

    private async Task<Stream> BodyAsync(ApiResponse response, TimeSpan longestSilence, CancellationToken cancellationToken) => new ResponseStream(
        response.Unread!, await response.Unread!.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), settings.Time, longestSilence);

    // A page where something else is due comes from a proxy or a sign-in portal, not from the API.
    private void ThrowIfPage(ApiCall call, ApiResponse response)
    {
        string accepted = call.Accepted;
        if (response.MediaType is "text/html" && !response.IsRedirect && !accepted.Contains("html", StringComparison.OrdinalIgnoreCase) && !accepted.StartsWith('*'))
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
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // A charset that nobody knows, or that .NET does not read any more (UTF-7): most of what is text is UTF-8.
            return Encoding.UTF8;
        }
    }
}
