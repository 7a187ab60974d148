using System.Buffers;
using System.Net;

namespace Evolink;

/// <summary>One try to receive a result, or the rest of it.</summary>
internal sealed class ResultReceiver(ResultLink link, PartFile part, ResultFile file, Uri address, DownloadOptions options, TimeProvider time)
{
    private const int BufferBytes = 64 * 1024;

    public string? MediaType { get; private set; }
    public HttpStatusCode? StatusCode { get; private set; }
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Why this try did not do, in words.</summary>
    public string? Failure { get; private set; }

    public Exception? Cause { get; private set; }

    /// <summary>Receives what is missing. False where another try may bring more.</summary>
    /// <exception cref="EvolinkDownloadException">Another try would bring nothing.</exception>
    public async Task<bool> TryReceiveAsync(AttemptScope scope)
    {
        try
        {
            scope.ExpectBytes();
            using HttpResponseMessage response = await link.GetAsync(address, part.Length, part.ETag, scope.Token).ConfigureAwait(false);
            if (!Accept(response)) return false;
            await CopyAsync(response, scope).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or HttpIOException or OperationCanceledException)
        {
            return Fail(broken is OperationCanceledException ? "the server went silent" : "the connection broke", broken);
        }

        return part.TotalLength is not { } total || part.Length == total || Mismatch($"{part.Length} of {total} bytes came");
    }

    private bool Accept(HttpResponseMessage response)
    {
        StatusCode = response.StatusCode;
        MediaType = response.Content.Headers.ContentType?.MediaType;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                ThrowIfTooLarge(response.Content.Headers.ContentLength ?? 0);

                // Also the answer to a range whose validator no longer holds: another file, from its beginning.
                part.Restart(address, StrongETag(response), response.Content.Headers.ContentLength);
                return true;
            case HttpStatusCode.PartialContent:
                return IsTheRest(response) || Mismatch("the server sent another range than was asked for");
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                return Mismatch("the server has no such range");
            case HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone:
                throw new EvolinkDownloadException(
                    $"The result's link is dead ({(int)response.StatusCode}). Results live for 24 hours; download them soon after the task is completed.", address)
                {
                    StatusCode = response.StatusCode,
                    ResultExpired = true,
                };
            case HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                RetryAfter = Evolink.RetryAfter.Read(response.Headers, time);
                return Fail($"the server answered {(int)response.StatusCode}", null);
            default:
                throw new EvolinkDownloadException($"The result's server answered {(int)response.StatusCode}.", address) { StatusCode = response.StatusCode };
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, AttemptScope scope)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(scope.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                while (true)
                {
                    scope.ExpectBytes();
                    int count = await ReadAsync(body, buffer, scope.Token).ConfigureAwait(false);
                    if (count == 0) return;
                    Judge(buffer.AsSpan(0, count));
                    await part.AppendAsync(buffer.AsMemory(0, count), scope.Token).ConfigureAwait(false);
                    Telemetry.DownloadedBytes.Add(count);
                    options.Progress?.Report(new DownloadProgress(file.TaskId, file.Index, file.Count, part.Length, part.TotalLength));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A reset arrives as a plain IOException, which must not pass for one of the disk.
    private static async ValueTask<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException reset) when (reset is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, reset.Message, reset);
        }
    }

    private void Judge(ReadOnlySpan<byte> bytes)
    {
        if (part.Length == 0 && MediaBytes.IsWebPage(bytes, MediaType))
        {
            throw new EvolinkDownloadException("The result's server sent a web page instead of the result.", address) { StatusCode = StatusCode };
        }

        ThrowIfTooLarge(part.Length + bytes.Length);
    }

    private void ThrowIfTooLarge(long length)
    {
        if (length <= options.MaxBytes) return;
        part.Restart(null, null, null);
        throw new EvolinkDownloadException($"The result is larger than {options.MaxBytes} bytes (DownloadOptions.MaxBytes).", address) { StatusCode = StatusCode };
    }

    private bool IsTheRest(HttpResponseMessage response) =>
        response.Content.Headers.ContentRange is { From: { } from, Length: var total }
        && from == part.Length
        && (part.TotalLength is null || total is null || total == part.TotalLength);

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

    private static string? StrongETag(HttpResponseMessage response) => response.Headers.ETag is { IsWeak: false } etag ? etag.Tag : null;
}
