using System.Runtime.CompilerServices;
using Evolink.Runtime.Tasks;

namespace Evolink;

/// <summary>What a generated client is built on whose tasks are all of one kind: the way from a request to a result.</summary>
/// <typeparam name="TTask">The task as the server describes it.</typeparam>
public abstract class EvolinkTaskClientBase<TTask> : EvolinkClientBase
    where TTask : class, IJsonModel<TTask>
{
    /// <inheritdoc/>
    protected EvolinkTaskClientBase(ApiDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <inheritdoc/>
    protected EvolinkTaskClientBase(ApiDescriptor descriptor, string apiKey)
        : base(descriptor, apiKey)
    {
    }

    /// <inheritdoc/>
    protected EvolinkTaskClientBase(ApiDescriptor descriptor, EvolinkOptions options, HttpClient? httpClient = null)
        : base(descriptor, options, httpClient)
    {
    }

    /// <summary>Creates a task and returns as soon as its id is known.</summary>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="cancellationToken">Ends the call; a task that the service has already accepted goes on.</param>
    /// <exception cref="ArgumentException">The request is another client's; nothing was sent.</exception>
    /// <exception cref="EvolinkValidationException">The request breaks its specification; nothing was sent.</exception>
    /// <exception cref="EvolinkOutcomeUnknownException">The request was sent and no response came: it may have been billed.</exception>
    [OverloadResolutionPriority(1)]
    public Task<GenerationTask<TTask>> SubmitAsync(GenerationRequest request, CancellationToken cancellationToken = default) =>
        TaskClient.SubmitAsync(request, null, GenerationTask<TTask>.Create, cancellationToken);

    /// <summary>As the other form, with options of this call alone: headers, idempotency key, limits.</summary>
    /// <inheritdoc cref="SubmitAsync(GenerationRequest, CancellationToken)"/>
    public Task<GenerationTask<TTask>> SubmitAsync(GenerationRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        TaskClient.SubmitAsync(request, options, GenerationTask<TTask>.Create, cancellationToken);

    /// <summary>Creates a task, waits for its end and returns what came of it.</summary>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="progress">Told of every change of status or progress.</param>
    /// <param name="cancellationToken">Ends the wait; the task itself goes on.</param>
    /// <exception cref="EvolinkTaskFailedException">The task failed or was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public Task<TTask> GenerateAsync(GenerationRequest request, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default) =>
        TaskClient.GenerateAsync(request, null, GenerationTask<TTask>.Create, (task, limit) => task.WaitAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>As the other form, with options of this call alone: headers, idempotency key, limits.</summary>
    /// <inheritdoc cref="GenerateAsync(GenerationRequest, IProgress{TTask}, CancellationToken)"/>
    public Task<TTask> GenerateAsync(GenerationRequest request, RequestOptions options, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default) =>
        TaskClient.GenerateAsync(request, options, GenerationTask<TTask>.Create, (task, limit) => task.WaitAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>Creates a task, waits for its end and downloads its results.</summary>
    /// <param name="directory">Where to. It is made, and written to once, before anything is sent; a file that is there already is left alone.</param>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="progress">Told of every change of status or progress.</param>
    /// <param name="cancellationToken">Ends the call, not the task: the exception has its id, and what was downloaded is resumed by the next download.</param>
    /// <returns>The paths of the files, in the order of the results. Empty for a task whose result is data and no file.</returns>
    /// <exception cref="EvolinkTaskFailedException">The task failed or was cancelled.</exception>
    /// <exception cref="EvolinkDownloadException">The folder cannot be written to, and nothing was sent; or, with a task's id, a result could not be downloaded.</exception>
    /// <exception cref="EvolinkException">As of <c>SubmitAsync</c> and <c>WaitAsync</c>; once the task is created it has its id.</exception>
    [OverloadResolutionPriority(1)]
    public Task<IReadOnlyList<string>> GenerateToAsync(string directory, GenerationRequest request, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default) =>
        GenerateToAsync(directory, request, DownloadOptions.Default, null, progress, cancellationToken);

    /// <summary>As the other form, with options: how files are called and fetched, and the headers, idempotency key and limits of this call alone.</summary>
    /// <remarks><see cref="RequestOptions.Timeout"/> holds up to the end of the wait; a download that has begun is not cut off by it.</remarks>
    /// <inheritdoc cref="GenerateToAsync(string, GenerationRequest, IProgress{TTask}, CancellationToken)"/>
    /// <param name="directory">Where to. It is made, and written to once, before anything is sent; a file that is there already is left alone.</param>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="download">How results are downloaded, and what they are called.</param>
    /// <param name="options">How the request goes; null for the client's ways.</param>
    /// <param name="progress">Told of every change of status or progress.</param>
    /// <param name="cancellationToken">Ends the call, not the task: the exception has its id, and what was downloaded is resumed by the next download.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the name template cannot be used; the message says which. Nothing was sent.</exception>
    public Task<IReadOnlyList<string>> GenerateToAsync(
        string directory, GenerationRequest request, DownloadOptions download, RequestOptions? options = null, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default) =>
        TaskClient.GenerateToAsync(
            directory, request, download, options, GenerationTask<TTask>.Create, (task, limit) => task.WaitAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>Creates the tasks of many requests, so many at once, and gives each as soon as its id is known. None is waited for.</summary>
    /// <remarks>
    /// The same outcomes as of <see cref="GenerateManyAsync(IEnumerable{GenerationRequest}, ManyOptions, CancellationToken)"/>, without results: wait for all of them with <see cref="GenerationTask.WhenEach{T}"/>, or keep their
    /// ids and come back later. The first is sent when the first outcome is asked for; the outcomes can be enumerated once.
    /// </remarks>
    /// <param name="requests">What to generate; read once, before the first is sent.</param>
    /// <param name="options">How many at once, their keys and headers, and who is told of the ids; null for the defaults.</param>
    /// <param name="cancellationToken">Ends what is under way, and sends nothing more. Every request still has its outcome; then the enumeration ends with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The outcomes, in the order in which they come: the failure of one is an outcome like the others, and ends nothing.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, a request is null, or two have one idempotency key. Nothing was sent.</exception>
    public IAsyncEnumerable<RequestOutcome<TTask>> SubmitManyAsync(IEnumerable<GenerationRequest> requests, ManyOptions? options = null, CancellationToken cancellationToken = default) =>
        TaskClient.RunManyAsync(requests, options, GenerationTask<TTask>.Create, RequestOutcome<TTask>.Create, null, cancellationToken);

    /// <summary>Creates the tasks of many requests, so many at once, waits for their ends and gives each as it ends; downloaded, where <see cref="ManyOptions.Directory"/> is set.</summary>
    /// <remarks>
    /// A limit on requests (429) makes all of them wait and is no failure, unless the service takes none for ten minutes. The first is sent
    /// when the first outcome is asked for. Leaving the loop early ends the waits and not the tasks, whose ids
    /// <see cref="ManyOptions.OnSubmitted"/> was told. The outcomes can be enumerated once: a second time would pay for all of them again.
    /// </remarks>
    /// <param name="requests">What to generate; read once, before the first is sent.</param>
    /// <param name="options">How many at once, where results go, their keys and headers, and who is told of the ids; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waits, not the tasks, and sends nothing more. Every request still has its outcome, with the task's id where there is one; then the enumeration ends with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The outcomes, in the order in which they come: the failure of one is an outcome like the others, and ends nothing.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, a request is null, or two have one idempotency key. Nothing was sent.</exception>
    /// <exception cref="EvolinkDownloadException">Thrown by the enumeration: the folder cannot be written to. Nothing was sent.</exception>
    public IAsyncEnumerable<RequestOutcome<TTask>> GenerateManyAsync(IEnumerable<GenerationRequest> requests, ManyOptions? options = null, CancellationToken cancellationToken = default) =>
        TaskClient.RunManyAsync(
            requests,
            options,
            GenerationTask<TTask>.Create,
            RequestOutcome<TTask>.Create,
            static async (outcome, task, limit, token) => outcome.Result = await task.WaitAsync(null, limit, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>Takes up a task again, by its id: after a restart, in another process. Nothing is sent yet.</summary>
    /// <param name="taskId">The id that the create answered.</param>
    public GenerationTask<TTask> Resume(string taskId) => TaskClient.Resume(TaskClient.FindFamilies(typeof(TTask))[0], taskId, GenerationTask<TTask>.Create);
}
