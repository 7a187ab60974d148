using System.Net;
using System.Net.Http.Headers;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>One try to receive a result, or the rest of it.</summary>
internal sealed class ResultReceiver(ResultLink link, PartFile part, Uri address, DownloadProgressReporter report, DownloadOptions options, ClientSettings settings)
{
    // The status says what has to be known: what the server adds to it is worth neither a long wait nor much room.
    private static readonly TimeSpan s_reasonLimit = TimeSpan.FromSeconds(5);
    private const int LongestReason = 8 * 1024;

    // A download holds one of the client's few places until the head tells what it is.
    private static readonly TimeSpan s_headLimit = TimeSpan.FromMinutes(1);

    public string? MediaType { get; private set; }
    public string? Disposition { get; private set; }
    public HttpStatusCode? StatusCode { get; private set; }
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Why this try did not do, in words.</summary>
    public string? Failure { get; private set; }

    public Exception? Cause { get; private set; }

    /// <summary>Receives what is missing. False where another try may bring more.</summary>
    /// <exception cref="EvolinkDownloadException">Another try would bring nothing.</exception>
    public async Task<bool> TryReceiveAsync(CancellationToken cancellationToken)
    {
        using StallTimeout stall = new(settings.Time, cancellationToken);
        try
        {
            using HttpResponseMessage response = await link.GetAsync(address, part.Length, part.ETag, stall.Token).ConfigureAwait(false);
            if (!await AcceptAsync(response, stall, cancellationToken).ConfigureAwait(false)) return false;
        }
        catch (Exception broken) when (broken is HttpRequestException or HttpIOException || (broken is OperationCanceledException and not EvolinkCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Fail(broken is OperationCanceledException ? "the server went silent" : "the connection broke", broken);
        }

        report.Report(part.Length, part.TotalLength);
        if (part.TotalLength is not { } total || part.Length == total) return true;
        return part.Length < total ? Fail($"{part.Length} of {total} bytes came", null) : Mismatch($"{part.Length} of {total} bytes came");
    }

    private async Task<bool> AcceptAsync(HttpResponseMessage response, StallTimeout stall, CancellationToken cancellationToken)
    {
        StatusCode = response.StatusCode;
        MediaType = response.Content.Headers.ContentType?.MediaType;
        Disposition = response.Content.Headers.NonValidated.TryGetValues("Content-Disposition", out HeaderStringValues values) ? values.ToString() : null;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                await ReceiveAsync(response, stall, isRest: false).ConfigureAwait(false);
                return true;
            case HttpStatusCode.PartialContent:
                if (!PartialContent.Continues(response, part)) return Mismatch("the server sent another range than was asked for");
                if (part.TotalLength is null) part.SetTotalLength(address, response.Content.Headers.ContentRange!.Length!.Value);
                await ReceiveAsync(response, stall, isRest: true).ConfigureAwait(false);
                return true;
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                return Mismatch("the server has no such range");
            case HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                RetryAfter = Http.RetryAfter.Read(response.Headers, settings.Time);
                return Fail($"the server answered {(int)response.StatusCode}", null);
            default:
                throw DownloadErrors.FromStatus(response.StatusCode, await ReasonAsync(response, stall, cancellationToken).ConfigureAwait(false), address);
        }
    }

    private async Task ReceiveAsync(HttpResponseMessage response, StallTimeout stall, bool isRest)
    {
        ThrowIfTooLarge((isRest ? part.Length : 0) + (response.Content.Headers.ContentLength ?? 0));
        Stream stream = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using ResultBody body = new(stream, stall);
            if (!isRest)
            {
                await body.ReadHeadAsync(s_headLimit, ContentSniffer.MaxBytes).ConfigureAwait(false);
                bool isEncoded = response.Content.Headers.ContentEncoding.Count > 0;
                string extension = ResultFileName.ProposedExtension(address, Disposition);
                if (ContentSniffer.FindProblem(body.Head, body.IsWhole, extension, MediaType, isEncoded) is { } problem)
                {
                    throw DownloadErrors.FromBody(problem, ErrorReason.Read(body.Head, settings.ApiKey), StatusCode, address);
                }

                // Only now: an error in the place of the result does not cost what is here. A 200 to a range is another file, from its beginning.
                part.Restart(address, PartialContent.StrongETag(response), response.Content.Headers.ContentLength, PartialContent.LastModified(response));
            }

            await body.CopyAsync(Keep).ConfigureAwait(false);
        }
    }

    private async Task Keep(ReadOnlyMemory<byte> bytes)
    {
        ThrowIfTooLarge(part.Length + bytes.Length);
        await part.AppendAsync(bytes).ConfigureAwait(false);
        Telemetry.DownloadedBytes.Add(bytes.Length);
        report.ReportIfDue(part.Length, part.TotalLength);
    }

    private async Task<string?> ReasonAsync(HttpResponseMessage response, StallTimeout stall, CancellationToken cancellationToken)
    {
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                using ResultBody body = new(stream, stall);
                await body.ReadHeadAsync(s_reasonLimit, LongestReason).ConfigureAwait(false);
                return ErrorReason.Read(body.Head, settings.ApiKey);
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or HttpIOException || (cut is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Broken off, or gone silent: the status says enough.
            return null;
        }
    }

    private void ThrowIfTooLarge(long length)
    {
        if (length <= options.MaxBytes) return;
        part.Restart(null, null, null);
        throw new EvolinkDownloadException($"The result is larger than {options.MaxBytes} bytes (DownloadOptions.MaxBytes).", address) { StatusCode = StatusCode };
    }

    // What is here does not fit what is there: begin anew.
    private bool Mismatch(string reason)
    {
        part.Restart(null, null, null);
        return Fail(reason, null);
    }

    private bool Fail(string reason, Exception? cause)
    {
        (Failure, Cause) = (reason, cause);
        return false;
    }
}
