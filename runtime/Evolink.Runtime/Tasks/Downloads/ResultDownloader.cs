using System.Diagnostics;

namespace Evolink;

/// <summary>Downloads results: goes on where the last try stopped, for as long as every try brings something.</summary>
internal sealed class ResultDownloader(ClientSettings settings) : IDisposable
{
    private const int MaxFailuresInARow = 5;

    // Of all tasks of the client together; more would only share the same line.
    private const int MaxAtOnce = 16;

    // The whole download has no limit, every silence within it has: AttemptScope's.
    private static readonly TimeSpan Limit = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _room = new(MaxAtOnce);
    private readonly Lazy<HttpMessageInvoker> _invoker = new(static () => new HttpMessageInvoker(HttpHandlers.ForDownloads()));

    /// <summary>Downloads one result into a folder, which is made if need be.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="EvolinkDownloadException">It could not be downloaded; what has come stays for the next try.</exception>
    public async Task<string> DownloadAsync(ResultFile file, string directory, DownloadOptions options, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        using TelemetrySpan? activity = Telemetry.StartDownload(file.TaskId);
        try
        {
            return await ReceiveAsync(file, directory, options, cancellationToken).ConfigureAwait(false);
        }
        catch (EvolinkDownloadException failure)
        {
            failure.TaskId = file.TaskId;
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Ends the connections.</summary>
    public void Dispose()
    {
        // The room stays: it holds nothing, and who waits for a disposed one waits for ever.
        if (_invoker.IsValueCreated) _invoker.Value.Dispose();
    }

    private async Task<string> ReceiveAsync(ResultFile file, string directory, DownloadOptions options, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out Uri? address))
        {
            throw new EvolinkDownloadException("The result's address is no address.", null);
        }

        try
        {
            Directory.CreateDirectory(directory);
            if (PartFile.FindWhole(directory, file) is { } whole)
            {
                long length = new FileInfo(whole).Length;
                options.Progress?.Report(new DownloadProgress(file.TaskId, file.Index, file.Count, length, length));
                return whole;
            }

            PartFile part = PartFile.Open(directory, file);
            await using (part.ConfigureAwait(false))
            {
                string? mediaType = await ReceiveWholeAsync(file, address, part, options, cancellationToken).ConfigureAwait(false);
                Log.Downloaded(settings.Logger, file.TaskId, part.Length);
                return await part.CompleteAsync(directory, ResultFileName.For(file, address, mediaType)).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EvolinkDownloadException($"The result cannot be written to '{directory}': {failure.Message}", address, failure);
        }
    }

    private async Task<string?> ReceiveWholeAsync(ResultFile file, Uri address, PartFile part, DownloadOptions options, CancellationToken cancellationToken)
    {
        long furthest = part.Length;
        for (int failures = 0; ;)
        {
            ResultReceiver receiver = new(new ResultLink(_invoker.Value, settings.UserAgent), part, file, address, options, settings.Time);
            using (AttemptScope scope = new(Limit, settings.Time, paid: null, cancellationToken))
            {
                if (await receiver.TryReceiveAsync(scope).ConfigureAwait(false)) return receiver.MediaType;
            }

            cancellationToken.ThrowIfCancellationRequested();
            // Only ground that was never held counts: a download that is thrown back to its beginning again and again must end.
            failures = part.Length > furthest ? 1 : failures + 1;
            furthest = Math.Max(furthest, part.Length);
            string reason = receiver.Failure!;
            if (failures > MaxFailuresInARow)
            {
                throw new EvolinkDownloadException($"The download broke off at {part.Length} bytes: {reason}. The next try goes on there.", address, receiver.Cause)
                {
                    StatusCode = receiver.StatusCode,
                };
            }

            Log.DownloadResumed(settings.Logger, file.TaskId, part.Length, receiver.Cause?.GetType().Name ?? reason);
            double random = settings.Jitter.Next();
            TimeSpan delay = receiver.RetryAfter is { } asked && asked <= Backoff.Cap ? Backoff.Asked(asked, random) : Backoff.Exponential(failures - 1, random);
            await Task.Delay(delay, settings.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
