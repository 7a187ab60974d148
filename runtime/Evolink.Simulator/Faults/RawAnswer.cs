using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Evolink.Simulation;

/// <summary>An answer as bytes, for faults that cut them.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body, SimulatedTask? Created)
{
    /// <summary>Lets a result write itself into memory instead of onto the wire.</summary>
    public static async Task<RawAnswer> CaptureAsync(HttpContext context, IResult result)
    {
        using MemoryStream body = new();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await result.ExecuteAsync(context).ConfigureAwait(false);
        return new RawAnswer(context.Response.StatusCode, [.. context.Response.Headers], body.ToArray(), (result as JsonAnswer)?.Created);
    }

    /// <summary>Status line and headers of the whole answer, which is the last of its connection.</summary>
    public byte[] Head() => Head(("Content-Length", Body.Length.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Status line and headers, as far as a cut answer has them.</summary>
    public byte[] Head(AnswerPart part)
    {
        // What is cut must look as if more came.
        int announced = part.BodyBytes < Body.Length ? Body.Length : Body.Length + 1;
        byte[] head = Head(part.IsChunked ? ("Transfer-Encoding", "chunked") : ("Content-Length", announced.ToString(CultureInfo.InvariantCulture)));
        return part.HasWholeHead ? head : head[..(head.Length / 2)];
    }

    /// <summary>The body, as far as a cut answer has it.</summary>
    public ReadOnlyMemory<byte> BodyOf(AnswerPart part)
    {
        byte[] sent = Body[..Math.Min(Body.Length, part.BodyBytes)];
        return part.IsChunked && sent.Length > 0 ? (byte[])[.. Encoding.ASCII.GetBytes($"{sent.Length:x}\r\n"), .. sent, .. "\r\n"u8] : sent;
    }

    private byte[] Head((string Name, string Value) framing)
    {
        StringBuilder head = new(256);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {ReasonPhrases.GetReasonPhrase(Status)}\r\n");
        foreach ((string name, StringValues values) in Headers)
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                foreach (string? value in values) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Connection: close\r\n{framing.Name}: {framing.Value}\r\n\r\n");
        return Encoding.Latin1.GetBytes(head.ToString());
    }
}
