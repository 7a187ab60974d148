using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Evolink.Simulation;

/// <summary>How much an upload may have. What is longer is read and dropped up to a point, so that the client hears why it is refused.</summary>
internal sealed class UploadLimits(SimulatorOptions options)
{
    private const long Dropped = 64 * 1024 * 1024;

    /// <summary>The most bytes that a file may have.</summary>
    public long MaxBytes => options.MaxUploadBytes;

    /// <summary>Lifts the limit of other requests.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="inflation">How many bytes of the body a byte of the file takes.</param>
    public void Lift(HttpRequest request, double inflation = 1)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = (long)(MaxBytes * inflation) + Dropped;
        }
    }

    /// <summary>Copies a file; what is too large is dropped to its end.</summary>
    /// <exception cref="RefusedException">The file is too large.</exception>
    public async Task CopyAsync(Stream source, FileStream target, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int count; (count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            total += count;
            if (total <= MaxBytes) await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        if (total > MaxBytes) throw new RefusedException(ApiError.FileTooLarge(MaxBytes));
    }
}
