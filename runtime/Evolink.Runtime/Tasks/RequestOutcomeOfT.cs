namespace Evolink;

/// <summary>How one of many requests ended: with what was asked for, or with what went wrong.</summary>
/// <typeparam name="T">The task as the server describes it.</typeparam>
public sealed class RequestOutcome<T> : RequestOutcome
    where T : class, IJsonModel<T>
{
    private RequestOutcome(GenerationRequest request, int index)
        : base(request, index)
    {
    }

    /// <inheritdoc cref="RequestOutcome.Task"/>
    public new GenerationTask<T>? Task => (GenerationTask<T>?)base.Task;

    /// <summary>The completed task, also where its download failed. Null where it is not completed, or was not waited for.</summary>
    public T? Result { get; internal set; }

    /// <summary>The completed task.</summary>
    /// <exception cref="Exception"><see cref="RequestOutcome.Error"/>, where it is set.</exception>
    /// <exception cref="InvalidOperationException">The request was only submitted: wait for its <see cref="Task"/>.</exception>
    public T GetResult()
    {
        ThrowIfFailed();
        return Result ?? throw new InvalidOperationException("The task was submitted and not waited for: it has no result yet.");
    }

    /// <summary>An outcome of which nothing is known yet.</summary>
    internal static new RequestOutcome<T> Create(GenerationRequest request, int index) => new(request, index);
}
