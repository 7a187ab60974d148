namespace Evolink.Runtime.Tasks;

/// <summary>What is particular to one kind of task, when many requests are carried through a client.</summary>
/// <param name="Begin">Makes the outcome of a request, of which nothing is known yet.</param>
/// <param name="Resume">The task of a request by its id.</param>
/// <param name="Wait">Waits for a task, with a limit of this wait alone, and notes what came of it. Null where tasks are only submitted.</param>
/// <param name="Time">The client's clock.</param>
internal sealed record ManySteps<TTask, TOutcome>(
    Func<GenerationRequest, int, TOutcome> Begin,
    Func<GenerationRequest, string, TTask> Resume,
    Func<TOutcome, TTask, TimeSpan?, CancellationToken, Task>? Wait,
    TimeProvider Time)
    where TTask : GenerationTask
    where TOutcome : RequestOutcome;
