using Evolink.Runtime.Configuration;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks;

/// <summary>The way from a request to a task and its end, for the tasks of one client.</summary>
internal sealed class TaskClient(ClientSettings settings, TaskSubmitter submitter, TaskServices services)
{
    /// <summary>Creates a task, once.</summary>
    /// <exception cref="ArgumentException">The request is another client's, or an option is out of its range; the message says which.</exception>
    /// <exception cref="EvolinkException">It was not created, or it is not known whether it was.</exception>
    public async Task<TTask> SubmitAsync<TTask>(GenerationRequest request, RequestOptions? options, Func<TaskOrigin, TaskServices, TTask> create, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfForeign(request);
        ApiCall call = new ApiCall(request.Operation) { Options = options }.SetPresets().Json(request);
        return create(await submitter.SubmitAsync(call, cancellationToken).ConfigureAwait(false), services);
    }

    /// <summary>Creates a task by a call that has all that its operation takes.</summary>
    public async Task<TTask> SubmitAsync<TTask>(ApiCall call, Func<TaskOrigin, TaskServices, TTask> create, CancellationToken cancellationToken) =>
        create(await submitter.SubmitAsync(call, cancellationToken).ConfigureAwait(false), services);

    /// <summary>Creates a task, once, and waits until it is completed.</summary>
    public async Task<TResult> GenerateAsync<TTask, TResult>(
        GenerationRequest request, RequestOptions? options, Func<TaskOrigin, TaskServices, TTask> create, Func<TTask, TimeSpan?, Task<TResult>> wait, CancellationToken cancellationToken)
        where TTask : GenerationTask
    {
        long start = settings.Time.GetTimestamp();
        TTask task = await SubmitAsync(request, options, create, cancellationToken).ConfigureAwait(false);
        try
        {
            TimeSpan? left = options?.Timeout - settings.Time.GetElapsedTime(start);
            return await wait(task, left < TimeSpan.Zero ? TimeSpan.Zero : left).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is not (EvolinkException or EvolinkCanceledException))
        {
            // A client that was disposed in between, for one: nobody but this method has the id yet.
            throw new EvolinkTaskException($"The task was created, and could not be seen through ({lost.GetType().Name}: {ExceptionText.GetMessage(lost)}). It goes on; resume it by its id.", task.Id, null, lost)
            {
                IdempotencyKey = task.IdempotencyKey,
            };
        }
    }

    /// <summary>Creates a task, once, waits until it is completed, and downloads its results.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it. Nothing was sent.</exception>
    public async Task<IReadOnlyList<string>> GenerateToAsync<TTask>(
        string directory, GenerationRequest request, DownloadOptions download, RequestOptions? options, Func<TaskOrigin, TaskServices, TTask> create, Func<TTask, TimeSpan?, Task> wait, CancellationToken cancellationToken)
        where TTask : GenerationTask
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(download);
        download.ThrowIfInvalid();
        ThrowIfForeign(request);
        ResultFolder.Prepare(directory);
        return await GenerateAsync(request, options, create, SeeThroughAsync, cancellationToken).ConfigureAwait(false);

        async Task<IReadOnlyList<string>> SeeThroughAsync(TTask task, TimeSpan? limit)
        {
            await wait(task, limit).ConfigureAwait(false);
            return await task.DownloadResultsAsync(directory, download, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates the tasks of many requests, so many at once, and waits for them where there is a way to.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or a request is null; the message says which. Nothing was sent.</exception>
    public IAsyncEnumerable<TOutcome> RunManyAsync<TTask, TOutcome>(
        IEnumerable<GenerationRequest> requests,
        ManyOptions? options,
        Func<TaskOrigin, TaskServices, TTask> create,
        Func<GenerationRequest, int, TOutcome> begin,
        Func<TOutcome, TTask, TimeSpan?, CancellationToken, Task>? wait,
        CancellationToken cancellationToken)
        where TTask : GenerationTask
        where TOutcome : RequestOutcome
    {
        ArgumentNullException.ThrowIfNull(requests);
        options ??= ManyOptions.Default;
        options.ThrowIfInvalid();
        ManySteps<TTask, TOutcome> steps = new(begin, (request, id) => Resume(request.Operation.TaskFamily!, id, create), wait, settings.Time);
        return new ManyRequests<TTask, TOutcome>((request, one, token) => SubmitAsync(request, one, create, token), steps, options, new SubmitPacer(settings))
            .Start(requests, settings.Descriptor, cancellationToken);
    }

    /// <summary>A task that exists already, by its id. Sends nothing yet.</summary>
    public TTask Resume<TTask>(TaskFamily family, string taskId, Func<TaskOrigin, TaskServices, TTask> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(taskId);
        return create(new TaskOrigin(family, taskId, IdempotencyKey: null, First: null, settings.Time.GetTimestamp(), default), services);
    }

    /// <summary>A task that exists already, of the kind that a request creates.</summary>
    /// <exception cref="ArgumentException">The request is another client's.</exception>
    public TTask Resume<TTask>(GenerationRequest request, string taskId, Func<TaskOrigin, TaskServices, TTask> create)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfForeign(request);
        return Resume(request.Operation.TaskFamily!, taskId, create);
    }

    /// <summary>The families whose tasks are read as one type, each query once.</summary>
    public IReadOnlyList<TaskFamily> FindFamilies(Type taskType) =>
        [.. settings.Descriptor.TaskFamilies.Where(family => family.TaskType == taskType).DistinctBy(family => (family.Query.Method, family.Query.Path, family.Query.Server))];

    /// <summary>The client's name, for messages.</summary>
    public string ClientName => settings.Descriptor.ClientName;

    private void ThrowIfForeign(GenerationRequest request)
    {
        TaskFamily? family = request.Operation.TaskFamily;
        if (family is not null && settings.Descriptor.Has(family)) return;
        string tasks = family is null ? "creates no task" : $"creates a task that is queried by {family.Query.Method} {family.Query.Server}{family.Query.Path}, which {ClientName} does not have";
        throw new ArgumentException($"{request.GetType().Name} is no request of {ClientName}: {request.Operation.Method} {request.Operation.Path} {tasks}. Nothing was sent; submit it by the client that was generated with it.", nameof(request));
    }
}
