using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Evolink.Simulation;

/// <summary>A response as bytes, for faults that cut them.</summary>
internal sealed record RawResponse(int Status, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body, SimulatedTask? Created)
{
    /// <summary>Lets a result write itself into memory instead of onto the wire.</summary>
    public static async Task<RawResponse> CaptureAsync(HttpContext context, IResult result)
    {
        using MemoryStream body = new();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await result.ExecuteAsync(context).ConfigureAwait(false);
        return new RawResponse(context.Response.StatusCode, [.. context.Response.Headers], body.ToArray(), (result as JsonResponse)?.Created);
    }

    /// <summary>Status line and headers of the whole response, which is the last of its connection.</summary>
    public byte[] Head() => Head(("Content-Length", Body.Length.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The response as far as a cut one is sent.</summary>
    public byte[] Begin(ResponsePart part)
    {
        byte[] head = Head(part.IsChunked ? ("Transfer-Encoding", "chunked") : ("Content-Length", Announced(part)));
        if (!part.HasWholeHead) return head[..(head.Length / 2)];

        byte[] body = Body[..Math.Min(Body.Length, part.BodyBytes)];
        return part.IsChunked && body.Length > 0 ? [.. head, .. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n"u8] : [.. head, .. body];
    }

    // What is cut must look as if more came.
    private string Announced(ResponsePart part) => (part.BodyBytes < Body.Length ? Body.Length : Body.Length + 1).ToString(CultureInfo.InvariantCulture);

    private byte[] Head((string Name, string Value) framing)
    {
        StringBuilder head = new(256);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {ReasonPhrases.GetReasonPhrase(Status)}\r\n");
        foreach ((string name, StringValues values) in Headers)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                foreach (string? value in values) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Connection: close\r\n{framing.Name}: {framing.Value}\r\n\r\n");
        return Encoding.Latin1.GetBytes(head.ToString());
    }
}
