using System.Net;
using System.Text;
using Evolink.Runtime.Http;

namespace Evolink;

/// <summary>A response whose kind the server decides: what came is told by its media type. Dispose it.</summary>
public class EvolinkContent : IDisposable, IAsyncDisposable
{
    private readonly Encoding _encoding;

    internal EvolinkContent(ApiResponse response, Stream stream, Encoding encoding)
    {
        StatusCode = response.StatusCode;
        MediaType = response.MediaType;
        Location = response.IsRedirect ? response.Location : null;
        Stream = stream;
        _encoding = encoding;
    }

    /// <summary>The HTTP status: 200 to 299, or another that the operation is documented to answer with, such as 302 or 304.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The media type of the body, such as <c>image/png</c>, without its parameters. Null where the server names none.</summary>
    public string? MediaType { get; }

    /// <summary>Where a redirect leads, in full; null for any other response. It was not followed, and whoever follows it should not send the key along.</summary>
    public Uri? Location { get; }

    /// <summary>The body as it came: of any size, and read once. Empty where there is none.</summary>
    public Stream Stream { get; }

    /// <summary>Reads the rest of <see cref="Stream"/> as a text, in the encoding that the response names, else in UTF-8.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The body broke off, or nothing of it came for 15 seconds.</exception>
    public async Task<string> ReadTextAsync(CancellationToken cancellationToken = default)
    {
        using StreamReader reader = new(Stream, _encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the response, and its connection where the body was not read to its end.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}

/// <summary>A response that is JSON or something else: JSON is read already, anything else is a stream.</summary>
/// <typeparam name="T">The type of the JSON.</typeparam>
public sealed class EvolinkContent<T> : EvolinkContent
{
    internal EvolinkContent(ApiResponse response, Stream stream, Encoding encoding, bool hasValue, T? value)
        : base(response, stream, encoding) => (HasValue, Value) = (hasValue, value);

    /// <summary>Whether JSON came.</summary>
    public bool HasValue { get; }

    /// <summary>The JSON as its type; the default of <typeparamref name="T"/> where something else came.</summary>
    public T? Value { get; }
}
