using System.Net;
using Evolink.Runtime.Http;

namespace Evolink;

/// <summary>A good response as it came: what <c>WithResponse</c> gives of an operation.</summary>
public class EvolinkResponse
{
    internal EvolinkResponse(ApiResponse response)
    {
        StatusCode = response.StatusCode;
        RequestId = response.RequestId;
        IsReplayed = response.IsReplayed;
        Headers = (response.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .Concat(response.ContentHeaders ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .GroupBy(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(header => header.Key, header => string.Join(", ", header), StringComparer.OrdinalIgnoreCase);
        Body = response.Body.ToArray();
    }

    /// <summary>The HTTP status: 200 to 299, or another that the operation is documented to answer with, such as 302 or 304.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The server's name for the request (<c>x-request-id</c> or <c>x-oneapi-request-id</c>). Null where it gave none.</summary>
    public string? RequestId { get; }

    /// <summary>Whether this is the response of an earlier request with the same <c>Idempotency-Key</c> (<c>idempotency-replayed: true</c>): nothing was done, or charged, again.</summary>
    public bool IsReplayed { get; }

    /// <summary>The headers by name, in any case of letters. Several values of one header are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body, byte for byte; empty where the value is a stream.</summary>
    public ReadOnlyMemory<byte> Body { get; }
}

/// <summary>A good response as it came, and its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class EvolinkResponse<T> : EvolinkResponse
{
    internal EvolinkResponse(T value, ApiResponse response)
        : base(response) => Value = value;

    /// <summary>What the operation without <c>WithResponse</c> returns.</summary>
    public T Value { get; }
}
