using System.Diagnostics;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Retry;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Downloads results: goes on where the last try stopped, for as long as every try brings something.</summary>
internal sealed class ResultDownloader(ClientSettings settings) : IDisposable
{
    private const int MaxFailuresInARow = 5;

    // Of all tasks of the client together; more would only share the same line.
    private const int MaxAtOnce = 16;

    private readonly SemaphoreSlim _room = new(MaxAtOnce);

    // Two, each with its own connections: one that was made to a private host must not serve a download that may not go there.
    private readonly Lazy<HttpMessageInvoker> _toPublicHosts = new(static () => new HttpMessageInvoker(DownloadHandlers.Create(allowsPrivateHosts: false)));
    private readonly Lazy<HttpMessageInvoker> _toAnyHost = new(static () => new HttpMessageInvoker(DownloadHandlers.Create(allowsPrivateHosts: true)));

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
        if (_toPublicHosts.IsValueCreated) _toPublicHosts.Value.Dispose();
        if (_toAnyHost.IsValueCreated) _toAnyHost.Value.Dispose();
    }

    private async Task<string> ReceiveAsync(ResultFile file, string directory, DownloadOptions options, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out Uri? address))
        {
            throw new EvolinkDownloadException("The result's address is no address.", null);
        }

        DownloadProgressReporter report = new(file, options.Progress);
        try
        {
            Directory.CreateDirectory(directory);
            if (PartFile.FindWhole(directory, file) is { } whole)
            {
                long length = new FileInfo(whole).Length;
                report.Report(length, length);
                return whole;
            }

            using PartFile part = PartFile.Open(directory, file, address);
            ResultReceiver last = await ReceiveWholeAsync(file, address, part, report, options, cancellationToken).ConfigureAwait(false);

            // A progress handler may have cancelled at the very last byte.
            cancellationToken.ThrowIfCancellationRequested();
            Log.Downloaded(settings.Logger, file.TaskId, part.Length);
            return part.Complete(directory, Name(file, address, part, last, options.NameTemplate));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EvolinkDownloadException($"The result cannot be written to '{directory}': {failure.Message}", address, failure);
        }
    }

    private string Name(ResultFile file, Uri address, PartFile part, ResultReceiver last, string? template)
    {
        Span<byte> bytes = stackalloc byte[16];
        ReadOnlySpan<byte> start = bytes[..part.ReadStart(bytes)];
        return template is null
            ? ResultFileName.Create(file, address, last.Disposition, last.MediaType, start)
            : ResultFileName.CreateFrom(template, settings.Time.GetUtcNow(), file, address, last.Disposition, last.MediaType, start);
    }

    private async Task<ResultReceiver> ReceiveWholeAsync(ResultFile file, Uri address, PartFile part, DownloadProgressReporter report, DownloadOptions options, CancellationToken cancellationToken)
    {
        // A loopback base address is a test or a simulator, whose results lie beside it.
        ResultAccess? access = file.Operation is { } operation ? new ResultAccess(settings, operation) : null;
        bool isOwn = access?.Covers(address) == true;
        bool allowsPrivateHosts = options.AllowPrivateHosts || settings.Servers.AreLoopback || (isOwn && ResultHost.FindProblem(address) is not null);
        ResultLink link = new((allowsPrivateHosts ? _toAnyHost : _toPublicHosts).Value, settings.UserAgent, allowsPrivateHosts, access);
        long furthest = part.Length;
        for (int failures = 0; ;)
        {
            ResultReceiver receiver = new(link, part, address, report, options, settings);
            if (await receiver.TryReceiveAsync(cancellationToken).ConfigureAwait(false)) return receiver;

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
            TimeSpan delay = receiver.RetryAfter is { } asked && asked <= Backoff.Cap ? Backoff.Requested(asked, random) : Backoff.Exponential(failures - 1, random);
            await Task.Delay(delay, settings.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
