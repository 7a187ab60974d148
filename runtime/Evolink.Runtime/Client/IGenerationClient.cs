namespace Evolink;

/// <summary>A client as far as any request needs it: what submits requests whose type is not known at compile time, and takes their tasks up again.</summary>
/// <remarks>Every generated client is one. A host that adds a client by its <c>Add…</c> method finds the first one added under this type.</remarks>
public interface IGenerationClient
{
    /// <summary>When the creation of a task is repeated: <see cref="EvolinkOptions.SubmitRetry"/> of the client.</summary>
    SubmitRetry SubmitRetry { get; }

    /// <summary>Creates a task, once, and returns as soon as its id is known.</summary>
    /// <param name="request">What to generate; it is checked before it is sent.</param>
    /// <param name="options">Options of this call alone: headers, idempotency key, limits.</param>
    /// <param name="cancellationToken">Ends the call; a task that the service has already accepted goes on.</param>
    /// <exception cref="ArgumentException">The request is another client's, or an option is out of its range; nothing was sent.</exception>
    /// <exception cref="EvolinkValidationException">The request breaks its specification; nothing was sent.</exception>
    /// <exception cref="EvolinkOutcomeUnknownException">The request was sent and no response came: it may have been billed.</exception>
    /// <exception cref="EvolinkException">It was not created.</exception>
    Task<GenerationTask> SubmitAsync(GenerationRequest request, RequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>Takes up a task again, by its id: after a restart, in another process. Nothing is sent yet.</summary>
    /// <param name="request">A request of the kind that created the task: it says by which operation the task is queried.</param>
    /// <param name="taskId">The id that the create answered.</param>
    /// <exception cref="ArgumentException">The request is another client's, or the id is empty.</exception>
    GenerationTask ResumeTask(GenerationRequest request, string taskId);

    /// <summary>Says that a task may have ended, as a callback does: whoever waits for it through this client asks at once.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <returns>Whether anybody waits for it here.</returns>
    /// <exception cref="ArgumentException">The id is null or empty.</exception>
    bool NotifyTask(string taskId);
}
