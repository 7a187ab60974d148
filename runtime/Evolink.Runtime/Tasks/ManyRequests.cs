using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks;

/// <summary>Carries many requests through one client, so many at once, and gives each outcome as it comes.</summary>
/// <typeparam name="TTask">The kind of task.</typeparam>
/// <typeparam name="TOutcome">The kind of outcome.</typeparam>
/// <param name="submit">Creates the task of a request.</param>
/// <param name="steps">What is particular to the kind of task.</param>
/// <param name="options">The caller's.</param>
/// <param name="pacer">Holds creates back.</param>
internal sealed class ManyRequests<TTask, TOutcome>(
    Func<GenerationRequest, RequestOptions?, CancellationToken, Task<TTask>> submit, ManySteps<TTask, TOutcome> steps, ManyOptions options, SubmitPacer pacer)
    where TTask : GenerationTask
    where TOutcome : RequestOutcome
{
    private readonly Channel<TOutcome> _ended = Channel.CreateUnbounded<TOutcome>(new UnboundedChannelOptions { SingleReader = true });
    private IReadOnlyList<PlannedRequest> _requests = [];
    private int _next = -1;
    private int _isStarted;

    /// <summary>Checks all that can be known before anything is sent, and makes the outcomes ready to be asked for.</summary>
    /// <exception cref="ArgumentException">A request is null, or a key is none or comes twice.</exception>
    public IAsyncEnumerable<TOutcome> Start(IEnumerable<GenerationRequest> requests, ApiDescriptor descriptor, CancellationToken cancellationToken)
    {
        _requests = Plan([.. requests], descriptor);
        return RunAsync(cancellationToken);
    }

    private async IAsyncEnumerable<TOutcome> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isStarted, 1) != 0) throw new InvalidOperationException("The outcomes of many requests can be enumerated once: a second time would submit, and pay for, all of them again.");
        if (steps.Wait is not null && options.Directory is { } directory) ResultFolder.Prepare(directory);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers = [.. Enumerable.Range(0, Math.Min(options.Parallelism, _requests.Count)).Select(_ => WorkAsync(stop.Token))];
        Task all = CompleteAsync(workers);
        bool isCut = false;
        try
        {
            // Not by the caller's token: a cancellation ends the requests, and each of them still says what became of it.
            await foreach (TOutcome outcome in _ended.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                isCut |= outcome.Error is OperationCanceledException;
                yield return outcome;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await all.ConfigureAwait(false);
        }

        if (isCut && cancellationToken.IsCancellationRequested) throw new OperationCanceledException("The requests were cancelled. What became of each stands in its outcome.", cancellationToken);
    }

    private async Task CompleteAsync(Task[] workers)
    {
        try
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
            _ended.Writer.Complete();
        }
        catch (Exception fault)
        {
            // Nothing that is known of throws here. If something does, whoever reads the outcomes has to learn of it, and not to wait for ever.
            _ended.Writer.Complete(fault);
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        // Begins on another thread, so that the first outcome can be read while the others are being sent.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Interlocked.Increment(ref _next) is var next && next < _requests.Count)
        {
            TOutcome outcome = steps.Begin(_requests[next].Request, next);
            await CarryAsync(_requests[next], outcome, cancellationToken).ConfigureAwait(false);
            _ended.Writer.TryWrite(outcome);
        }
    }

    private async Task CarryAsync(PlannedRequest planned, TOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            long start = steps.Time.GetTimestamp();
            TTask task = await SubmitAsync(planned, cancellationToken).ConfigureAwait(false);
            outcome.Task = task;
            Tell(outcome, cancellationToken);
            if (steps.Wait is null) return;
            TimeSpan? left = planned.Options?.Timeout - steps.Time.GetElapsedTime(start);
            await steps.Wait(outcome, task, left < TimeSpan.Zero ? TimeSpan.Zero : left, cancellationToken).ConfigureAwait(false);
            if (options.Directory is { } directory) outcome.Files = await task.DownloadResultsAsync(directory, options.Download, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Whatever it is belongs to this request, and is none of the others' business.
            Fail(outcome, failure, cancellationToken);
        }
    }

    private async Task<TTask> SubmitAsync(PlannedRequest planned, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await pacer.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                TTask task = await submit(planned.Request, planned.Options, cancellationToken).ConfigureAwait(false);
                pacer.Accept();
                return task;
            }
            catch (EvolinkApiException refused) when (planned.Options?.Timeout is null && pacer.HoldBack(refused))
            {
                // Nothing was created; the next try comes when the service has room again.
            }
        }
    }

    private void Fail(TOutcome outcome, Exception failure, CancellationToken cancellationToken)
    {
        outcome.Error = outcome.Task is null && failure is OperationCanceledException and not EvolinkCanceledException && cancellationToken.IsCancellationRequested
            ? new EvolinkCanceledException("Cancelled before the request was sent; nothing was submitted.", failure, cancellationToken)
            : failure;
        if (failure is EvolinkDownloadException download) outcome.Files = download.CompletedFiles;
        string? id = (failure as EvolinkException)?.TaskId ?? (failure as EvolinkCanceledException)?.TaskId;
        if (outcome.Task is not null || id is null) return;

        // A create that was cut off after the service had answered: paid for, so that it counts as submitted.
        outcome.Task = steps.Resume(outcome.Request, id);
        try
        {
            Tell(outcome, cancellationToken);
        }
        catch (Exception thrown) when (thrown is EvolinkCallbackException or EvolinkCanceledException)
        {
            // The outcome has an error already, and the id.
        }
    }

    private void Tell(TOutcome outcome, CancellationToken cancellationToken)
    {
        GenerationTask task = outcome.Task!;
        try
        {
            options.OnSubmitted?.Invoke(outcome.Request, task);
        }
        catch (OperationCanceledException canceled)
        {
            throw new EvolinkCanceledException($"ManyOptions.OnSubmitted cancelled. The task {task.Id} goes on; resume it by its id.", canceled, cancellationToken)
            {
                TaskId = task.Id,
                IdempotencyKey = task.IdempotencyKey,
                Phase = RequestPhase.Complete,
            };
        }
        catch (Exception thrown)
        {
            throw new EvolinkCallbackException($"ManyOptions.OnSubmitted threw {thrown.GetType().Name}: {ExceptionText.GetMessage(thrown)}. The task goes on; wait for it, or resume it by its id.", task.Id, null, thrown)
            {
                IdempotencyKey = task.IdempotencyKey,
            };
        }
    }

    private List<PlannedRequest> Plan(GenerationRequest[] requests, ApiDescriptor descriptor)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        List<PlannedRequest> plan = new(requests.Length);
        foreach (GenerationRequest? request in requests)
        {
            if (request is null) throw new ArgumentException("One of the requests is null. Nothing was sent.", nameof(requests));
            if (options.IdempotencyKey is not { } keyOf)
            {
                plan.Add(new PlannedRequest(request, options.Request));
                continue;
            }

            string key = keyOf(request) ?? throw new ArgumentException("ManyOptions.IdempotencyKey gave no key for a request. Nothing was sent.", nameof(requests));
            RequestOptions own = (options.Request ?? new RequestOptions()) with { IdempotencyKey = key };
            RequestOptionsValidator.ThrowIfInvalid(own);
            IdempotencyKeyHeader.ThrowIfUnfit(key, descriptor);
            if (!keys.Add(key)) throw new ArgumentException($"Two requests have the idempotency key '{key}'. Nothing was sent.", nameof(requests));
            plan.Add(new PlannedRequest(request, own));
        }

        return plan;
    }

    private sealed record PlannedRequest(GenerationRequest Request, RequestOptions? Options);
}
