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

    /// <summary>Takes up a task again, by its id: after a restart, in another process. Nothing is sent yet.</summary>
    /// <param name="taskId">The id that the create answered.</param>
    public GenerationTask<TTask> Resume(string taskId) => TaskClient.Resume(TaskClient.FindFamilies(typeof(TTask))[0], taskId, GenerationTask<TTask>.Create);
}
