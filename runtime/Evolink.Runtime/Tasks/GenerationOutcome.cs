using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Evolink;

/// <summary>How the wait for one of many tasks ended: with the completed task, or with what went wrong.</summary>
/// <typeparam name="T">The task as the server describes it.</typeparam>
public sealed class GenerationOutcome<T>
    where T : class, IJsonModel<T>
{
    internal GenerationOutcome(GenerationTask<T> task, T? result, EvolinkException? error) => (Task, Result, Error) = (task, result, error);

    /// <summary>The task that was waited for: <see cref="GenerationTask.Id"/> names it, <see cref="GenerationTask.DownloadAsync(string, CancellationToken)"/> fetches its files.</summary>
    public GenerationTask<T> Task { get; }

    /// <summary>The completed task; null where <see cref="Error"/> is set.</summary>
    public T? Result { get; }

    /// <summary>Why there is no result: an <see cref="EvolinkTaskFailedException"/>, an <see cref="EvolinkTaskTimeoutException"/> or whatever else ends a wait.</summary>
    public EvolinkException? Error { get; }

    /// <summary>Whether the task is completed.</summary>
    [MemberNotNullWhen(true, nameof(Result))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsCompleted => Error is null;

    /// <summary>The completed task.</summary>
    /// <exception cref="EvolinkException">It is not completed: <see cref="Error"/> is thrown.</exception>
    public T GetResult()
    {
        if (!IsCompleted) ExceptionDispatchInfo.Throw(Error);
        return Result;
    }

    /// <summary>The id of the task and how it ended.</summary>
    public override string ToString() => $"{Task.Id}: {(IsCompleted ? Task.Status.Value : Error.GetType().Name)}";
}
