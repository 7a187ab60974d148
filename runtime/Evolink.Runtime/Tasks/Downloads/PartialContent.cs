using System.Net.Http.Headers;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Tells whether a 206 continues a part: the range that was asked for, of the very same representation.</summary>
internal static class PartialContent
{
    public static bool Continues(HttpResponseMessage response, PartFile part)
    {
        HttpContentHeaders headers = response.Content.Headers;

        // Nothing was asked for: a piece without its beginning is no result, and neither is one that may end early.
        if (part.Length == 0 || part.ETag is null) return false;
        if (headers.ContentRange is not { Unit: "bytes", From: { } from, To: { } to, Length: var total } || from != part.Length) return false;
        if (headers.ContentLength is { } length && length != to - from + 1) return false;
        if (total is not null && part.TotalLength is not null && total != part.TotalLength) return false;

        // A range may end before the result does. Where nobody says how long that is, a piece of it would pass for the whole.
        if (total is null && part.TotalLength is null) return false;

        // A 206 must repeat the validators that a 200 would have; another one, a weak one or none is another file, or a server that does not know.
        return StrongETag(response) == part.ETag && (LastModified(response) is not { } modified || part.LastModified is null || modified == part.LastModified);
    }

    /// <summary>The validator that a resumption needs; null for none, and for one that cannot be used.</summary>
    public static string? StrongETag(HttpResponseMessage response) => response.Headers.ETag is { IsWeak: false } etag && CanSend(etag.Tag) ? etag.Tag : null;

    /// <summary>Whether a validator can be sent back: .NET reads more than it sends, and servers refuse control characters.</summary>
    public static bool CanSend(string etag) => !etag.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>Last-Modified as it was sent; null for none.</summary>
    public static string? LastModified(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out HeaderStringValues values) ? values.ToString() : null;
}
