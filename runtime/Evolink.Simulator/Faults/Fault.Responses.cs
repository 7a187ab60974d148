using System.Text;
using Evolink.Simulation;

namespace Evolink;

/// <content>Faults of the response: another one than the API's own.</content>
public partial record Fault
{
    /// <summary>An error in the documented shape.</summary>
    /// <param name="status">The HTTP status, such as 429 or 502.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> header, sent as it is: seconds, a date, or nonsense. Null for none.</param>
    /// <param name="code">The error's code; null for the status as a number.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same, as behind a gateway that gave up too early.</param>
    public static Fault Status(int status, string? retryAfter = null, string? code = null, bool carriesOut = false) =>
        OtherResponse.Error(status, code, retryAfter) with { CarriesOut = carriesOut };

    /// <summary>Any response.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">Further headers, such as an <c>ETag</c>; none by default.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    public static Fault Answer(int status, string contentType, string body, IReadOnlyDictionary<string, string>? headers = null, bool carriesOut = false) =>
        Answer(status, contentType, Encoding.UTF8.GetBytes(body), headers, carriesOut);

    /// <inheritdoc cref="Answer(int, string, string, IReadOnlyDictionary{string, string}, bool)"/>
    public static Fault Answer(int status, string contentType, byte[] body, IReadOnlyDictionary<string, string>? headers = null, bool carriesOut = false) =>
        new OtherResponse(status, contentType, body) { Headers = headers ?? OtherResponse.NoHeaders, CarriesOut = carriesOut };

    /// <summary>A web page where JSON or a file should be: a captive portal, a login, a proxy's error.</summary>
    /// <param name="status">The HTTP status; 200 by default.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    public static Fault Html(int status = 200, bool carriesOut = false) =>
        Answer(status, "text/html", "<!DOCTYPE html><html><body>Please log in to this network.</body></html>", headers: null, carriesOut);

    /// <summary>A redirect.</summary>
    /// <param name="to">The <c>Location</c>, sent as it is.</param>
    /// <param name="status">301, 302, 303, 307 or 308.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    public static Fault Redirect(Uri to, int status = 307, bool carriesOut = false)
    {
        ArgumentNullException.ThrowIfNull(to);
        return Answer(status, "text/plain", "", new Dictionary<string, string> { ["Location"] = to.OriginalString }, carriesOut);
    }

    /// <summary>Bytes that are no HTTP; then the connection is closed.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    public static Fault Garbage(bool carriesOut = false) => new NoResponse(carriesOut);

    /// <summary>A good status and the beginning of a JSON object that is longer than any client should read.</summary>
    /// <param name="bytes">The body's length, sent without being held in memory.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    public static Fault Oversized(long bytes, bool carriesOut = false) => new LongResponse(bytes, IsCompressed: false, carriesOut);

    /// <summary>The same, compressed: a thousandth of it is on the wire.</summary>
    /// <param name="bytes">The body's length once it is decompressed.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    public static Fault GzipBomb(long bytes, bool carriesOut = false) => new LongResponse(bytes, IsCompressed: true, carriesOut);
}
