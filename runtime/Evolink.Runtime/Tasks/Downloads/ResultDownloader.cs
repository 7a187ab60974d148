namespace Evolink;

/// <summary>Downloads results: goes on where the last try stopped, for as long as every try brings something.</summary>
internal sealed class ResultDownloader(ClientSettings settings, Func<HttpMessageInvoker> invoker)
{
    private const int MaxFailuresInARow = 5;

    // The whole download has no limit, every silence within it has: AttemptScope's.
    private static readonly TimeSpan Limit = TimeSpan.FromDays(1);

    private readonly Lazy<ResultLink> _link = new(() => new ResultLink(invoker(), settings.UserAgent));

    /// <summary>Downloads one result into a folder, which is made if need be.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="EvolinkDownloadException">It could not be downloaded; what has come stays for the next try.</exception>
    public async Task<string> DownloadAsync(ResultFile file, string directory, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out Uri? address))
        {
            throw new EvolinkDownloadException("The result's address is no address.", null) { TaskId = file.TaskId };
        }

        try
        {
            Directory.CreateDirectory(directory);
            PartFile part = PartFile.Open(directory, file);
            await using (part.ConfigureAwait(false))
            {
                string? mediaType = await ReceiveWholeAsync(file, address, part, cancellationToken).ConfigureAwait(false);
                Log.Downloaded(settings.Logger, file.TaskId, part.Length);
                return await part.CompleteAsync(directory, ResultFileName.For(file, address, mediaType)).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EvolinkDownloadException($"The result cannot be written to '{directory}': {failure.Message}", address, failure) { TaskId = file.TaskId };
        }
        catch (EvolinkDownloadException failure)
        {
            failure.TaskId = file.TaskId;
            throw;
        }
    }

    private async Task<string?> ReceiveWholeAsync(ResultFile file, Uri address, PartFile part, CancellationToken cancellationToken)
    {
        long furthest = part.Length;
        for (int failures = 0; ;)
        {
            ResultReceiver receiver = new(_link.Value, part, address, settings.Time);
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
