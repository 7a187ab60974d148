using System.Runtime.CompilerServices;
using System.Text.Json;
using Evolink.Runtime.Tasks;

namespace Evolink;

/// <summary>What a generated client is built on whose API has several kinds of tasks. Each request says which kind it creates.</summary>
/// <remarks>A client whose tasks are all of one kind is built on <see cref="EvolinkTaskClientBase{TTask}"/>.</remarks>
public abstract class EvolinkTaskClientBase : EvolinkClientBase
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
    /// <typeparam name="TTask">The task as the server describes it.</typeparam>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="cancellationToken">Ends the call; a task that the service has already accepted goes on.</param>
    /// <exception cref="ArgumentException">The request is another client's; nothing was sent.</exception>
    /// <exception cref="EvolinkValidationException">The request breaks its specification; nothing was sent.</exception>
    /// <exception cref="EvolinkOutcomeUnknownException">The request was sent and no response came: it may have been billed.</exception>
    [OverloadResolutionPriority(1)]
    public Task<GenerationTask<TTask>> SubmitAsync<TTask>(GenerationRequest<TTask> request, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.SubmitAsync(request, null, GenerationTask<TTask>.Create, cancellationToken);

    /// <summary>As the other form, with options of this call alone: headers, idempotency key, limits.</summary>
    /// <inheritdoc cref="SubmitAsync{TTask}(GenerationRequest{TTask}, CancellationToken)"/>
    public Task<GenerationTask<TTask>> SubmitAsync<TTask>(GenerationRequest<TTask> request, RequestOptions options, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.SubmitAsync(request, options, GenerationTask<TTask>.Create, cancellationToken);

    /// <summary>Creates a task of a request whose kind is not known at compile time: one from a queue, a file or a catalogue.</summary>
    /// <inheritdoc cref="SubmitAsync{TTask}(GenerationRequest{TTask}, CancellationToken)"/>
    public Task<GenerationTask> SubmitAsync(GenerationRequest request, CancellationToken cancellationToken = default) =>
        TaskClient.SubmitAsync(request, null, GenerationTask.Create, cancellationToken);

    /// <summary>Creates a task, waits for its end and returns what came of it.</summary>
    /// <typeparam name="TTask">The task as the server describes it.</typeparam>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="progress">Told of every change of status or progress.</param>
    /// <param name="cancellationToken">Ends the wait; the task itself goes on.</param>
    /// <exception cref="EvolinkTaskFailedException">The task failed or was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public Task<TTask> GenerateAsync<TTask>(GenerationRequest<TTask> request, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.GenerateAsync(request, null, GenerationTask<TTask>.Create, (task, limit) => task.WaitAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>As the other form, with options of this call alone: headers, idempotency key, limits.</summary>
    /// <inheritdoc cref="GenerateAsync{TTask}(GenerationRequest{TTask}, IProgress{TTask}, CancellationToken)"/>
    public Task<TTask> GenerateAsync<TTask>(GenerationRequest<TTask> request, RequestOptions options, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.GenerateAsync(request, options, GenerationTask<TTask>.Create, (task, limit) => task.WaitAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>Creates a task of a request whose kind is not known at compile time, and waits for its end.</summary>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="progress">Told of every change of status or progress, with the task as the server sent it.</param>
    /// <param name="cancellationToken">Ends the wait; the task itself goes on.</param>
    /// <returns>The completed task, whose results can be downloaded.</returns>
    /// <exception cref="EvolinkTaskFailedException">The task failed or was cancelled.</exception>
    public Task<GenerationTask> GenerateAsync(GenerationRequest request, IProgress<JsonElement>? progress = null, CancellationToken cancellationToken = default) =>
        TaskClient.GenerateAsync(request, null, GenerationTask.Create, (task, limit) => task.CompleteAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>Creates a task, waits for its end and downloads its results.</summary>
    /// <typeparam name="TTask">The task as the server describes it.</typeparam>
    /// <param name="directory">Where to. It is made, and written to once, before anything is sent; a file that is there already is left alone.</param>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="progress">Told of every change of status or progress.</param>
    /// <param name="cancellationToken">Ends the call, not the task: the exception has its id, and what was downloaded is resumed by the next download.</param>
    /// <returns>The paths of the files, in the order of the results. Empty for a task whose result is data and no file.</returns>
    /// <exception cref="EvolinkTaskFailedException">The task failed or was cancelled.</exception>
    /// <exception cref="EvolinkDownloadException">The folder cannot be written to, and nothing was sent; or, with a task's id, a result could not be downloaded.</exception>
    /// <exception cref="EvolinkException">As of <c>SubmitAsync</c> and <c>WaitAsync</c>; once the task is created it has its id.</exception>
    [OverloadResolutionPriority(1)]
    public Task<IReadOnlyList<string>> GenerateToAsync<TTask>(string directory, GenerationRequest<TTask> request, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        GenerateToAsync(directory, request, DownloadOptions.Default, null, progress, cancellationToken);

    /// <summary>As the other form, with options: how files are called and fetched, and the headers, idempotency key and limits of this call alone.</summary>
    /// <remarks><see cref="RequestOptions.Timeout"/> holds up to the end of the wait; a download that has begun is not cut off by it.</remarks>
    /// <inheritdoc cref="GenerateToAsync{TTask}(string, GenerationRequest{TTask}, IProgress{TTask}, CancellationToken)"/>
    /// <param name="directory">Where to. It is made, and written to once, before anything is sent; a file that is there already is left alone.</param>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="download">How results are downloaded, and what they are called.</param>
    /// <param name="options">How the request goes; null for the client's ways.</param>
    /// <param name="progress">Told of every change of status or progress.</param>
    /// <param name="cancellationToken">Ends the call, not the task: the exception has its id, and what was downloaded is resumed by the next download.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the name template cannot be used; the message says which. Nothing was sent.</exception>
    [OverloadResolutionPriority(1)]
    public Task<IReadOnlyList<string>> GenerateToAsync<TTask>(
        string directory, GenerationRequest<TTask> request, DownloadOptions download, RequestOptions? options = null, IProgress<TTask>? progress = null, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.GenerateToAsync(
            directory, request, download, options, GenerationTask<TTask>.Create, (task, limit) => task.WaitAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>As the other form, of a request whose kind is not known at compile time.</summary>
    /// <inheritdoc cref="GenerateToAsync{TTask}(string, GenerationRequest{TTask}, DownloadOptions, RequestOptions, IProgress{TTask}, CancellationToken)"/>
    public Task<IReadOnlyList<string>> GenerateToAsync(
        string directory, GenerationRequest request, DownloadOptions? download = null, RequestOptions? options = null, IProgress<JsonElement>? progress = null, CancellationToken cancellationToken = default) =>
        TaskClient.GenerateToAsync(
            directory, request, download ?? DownloadOptions.Default, options, GenerationTask.Create, (task, limit) => task.CompleteAsync(progress, limit, cancellationToken), cancellationToken);

    /// <summary>Creates the tasks of many requests, so many at once, and gives each as soon as its id is known. None is waited for.</summary>
    /// <remarks>
    /// The same outcomes as of <see cref="GenerateManyAsync{TTask}(IEnumerable{GenerationRequest{TTask}}, ManyOptions, CancellationToken)"/>, without results: wait for all of them with <see cref="GenerationTask.WhenEach{T}"/>, or keep their
    /// ids and come back later. The first is sent when the first outcome is asked for; the outcomes can be enumerated once.
    /// </remarks>
    /// <typeparam name="TTask">The task as the server describes it.</typeparam>
    /// <param name="requests">What to generate; read once, before the first is sent.</param>
    /// <param name="options">How many at once, their keys and headers, and who is told of the ids; null for the defaults.</param>
    /// <param name="cancellationToken">Ends what is under way, and sends nothing more. Every request still has its outcome; then the enumeration ends with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The outcomes, in the order in which they come: the failure of one is an outcome like the others, and ends nothing.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, a request is null, or two have one idempotency key. Nothing was sent.</exception>
    [OverloadResolutionPriority(1)]
    public IAsyncEnumerable<RequestOutcome<TTask>> SubmitManyAsync<TTask>(IEnumerable<GenerationRequest<TTask>> requests, ManyOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.RunManyAsync(requests, options, GenerationTask<TTask>.Create, RequestOutcome<TTask>.Create, null, cancellationToken);

    /// <summary>As the other form, of requests whose kinds differ or are not known at compile time.</summary>
    /// <inheritdoc cref="SubmitManyAsync{TTask}(IEnumerable{GenerationRequest{TTask}}, ManyOptions, CancellationToken)"/>
    public IAsyncEnumerable<RequestOutcome> SubmitManyAsync(IEnumerable<GenerationRequest> requests, ManyOptions? options = null, CancellationToken cancellationToken = default) =>
        TaskClient.RunManyAsync(requests, options, GenerationTask.Create, RequestOutcome.Create, null, cancellationToken);

    /// <summary>Creates the tasks of many requests, so many at once, waits for their ends and gives each as it ends; downloaded, where <see cref="ManyOptions.Directory"/> is set.</summary>
    /// <remarks>
    /// A limit on requests (429) makes all of them wait and is no failure, unless the service takes none for ten minutes. The first is sent
    /// when the first outcome is asked for. Leaving the loop early ends the waits and not the tasks, whose ids
    /// <see cref="ManyOptions.OnSubmitted"/> was told. The outcomes can be enumerated once: a second time would pay for all of them again.
    /// </remarks>
    /// <typeparam name="TTask">The task as the server describes it.</typeparam>
    /// <param name="requests">What to generate; read once, before the first is sent.</param>
    /// <param name="options">How many at once, where results go, their keys and headers, and who is told of the ids; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waits, not the tasks, and sends nothing more. Every request still has its outcome, with the task's id where there is one; then the enumeration ends with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The outcomes, in the order in which they come: the failure of one is an outcome like the others, and ends nothing.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, a request is null, or two have one idempotency key. Nothing was sent.</exception>
    /// <exception cref="EvolinkDownloadException">Thrown by the enumeration: the folder cannot be written to. Nothing was sent.</exception>
    [OverloadResolutionPriority(1)]
    public IAsyncEnumerable<RequestOutcome<TTask>> GenerateManyAsync<TTask>(IEnumerable<GenerationRequest<TTask>> requests, ManyOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : class, IJsonModel<TTask> =>
        TaskClient.RunManyAsync(
            requests,
            options,
            GenerationTask<TTask>.Create,
            RequestOutcome<TTask>.Create,
            static async (outcome, task, limit, token) => outcome.Result = await task.WaitAsync(null, limit, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>As the other form, of requests whose kinds differ or are not known at compile time.</summary>
    /// <inheritdoc cref="GenerateManyAsync{TTask}(IEnumerable{GenerationRequest{TTask}}, ManyOptions, CancellationToken)"/>
    public IAsyncEnumerable<RequestOutcome> GenerateManyAsync(IEnumerable<GenerationRequest> requests, ManyOptions? options = null, CancellationToken cancellationToken = default) =>
        TaskClient.RunManyAsync(
            requests, options, GenerationTask.Create, RequestOutcome.Create, static (_, task, limit, token) => task.CompleteAsync(null, limit, token), cancellationToken);

    /// <summary>Takes up a task again, by its id: after a restart, in another process. Nothing is sent yet.</summary>
    /// <typeparam name="TTask">The task as the server describes it.</typeparam>
    /// <param name="taskId">The id that the create answered.</param>
    /// <param name="query">The id of the operation that is asked for it; needed only where several are read as this type.</param>
    /// <exception cref="ArgumentException">No operation of this client is asked for such tasks, or several are; the message names them.</exception>
    public GenerationTask<TTask> Resume<TTask>(string taskId, string? query = null)
        where TTask : class, IJsonModel<TTask>
    {
        IReadOnlyList<TaskFamily> all = TaskClient.FindFamilies(typeof(TTask));
        List<TaskFamily> found = [.. all.Where(family => query is null || family.Query.Id == query)];
        if (found.Count == 1) return TaskClient.Resume(found[0], taskId, GenerationTask<TTask>.Create);
        string known = all.Count == 0 ? "none is" : string.Join(", ", all.Select(family => $"'{family.Query.Id}'"));
        throw new ArgumentException(
            found.Count == 0
                ? $"{TaskClient.ClientName} has no such query of a {typeof(TTask).Name}; those that are: {known}."
                : $"Several operations of {TaskClient.ClientName} are asked for a {typeof(TTask).Name}; name the one: {known}.",
            nameof(query));
    }
}
