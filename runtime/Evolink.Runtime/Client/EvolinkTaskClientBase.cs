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
