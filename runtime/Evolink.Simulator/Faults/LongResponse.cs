using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Begins a JSON object and does not come to its end for a long time; stops where the client does.</summary>
internal sealed record LongResponse(long Bytes, bool IsCompressed, bool CarriesOut) : Fault, IResult
{
    private static readonly byte[] s_beginning = [.. "{\"padding\":\""u8];
    private static readonly byte[] s_padding = [.. Enumerable.Repeat((byte)'x', 64 * 1024)];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = "application/json";
        if (!IsCompressed)
        {
            await WriteAsync(response.Body, httpContext.RequestAborted).ConfigureAwait(false);
            return;
        }

        response.Headers.ContentEncoding = "gzip";
        GZipStream gzip = new(response.Body, CompressionLevel.Fastest);
        await using (gzip.ConfigureAwait(false)) await WriteAsync(gzip, httpContext.RequestAborted).ConfigureAwait(false);
    }

    internal override async Task PlayAsync(Exchange exchange)
    {
        await exchange.TakeAsync(CarriesOut).ConfigureAwait(false);
        await exchange.AnswerAsync(this).ConfigureAwait(false);
    }

    private async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        await body.WriteAsync(s_beginning, cancellationToken).ConfigureAwait(false);
        for (long left = Bytes - s_beginning.Length; left > 0; left -= s_padding.Length)
            await body.WriteAsync(s_padding.AsMemory(0, (int)Math.Min(left, s_padding.Length)), cancellationToken).ConfigureAwait(false);
    }
}
