using System.Runtime.CompilerServices;

namespace Evolink;

/// <summary>For many tasks at once.</summary>
public static class GenerationTask
{
    /// <summary>Waits for many tasks and gives each as it finishes, whatever their order. One that fails is an outcome like the others, and ends nothing.</summary>
    /// <remarks>
    /// All waits go on at the same time, within the rate of their client (<see cref="PollingOptions.RequestsPerSecond"/>). They end with
    /// the enumeration: leaving the loop early ends those that are left, and not their tasks.
    /// </remarks>
    /// <typeparam name="T">The task as the server describes it.</typeparam>
    /// <param name="tasks">The tasks; read once.</param>
    /// <param name="cancellationToken">Ends the waits, not the tasks.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static IAsyncEnumerable<GenerationOutcome<T>> WhenEach<T>(IEnumerable<GenerationTask<T>> tasks, CancellationToken cancellationToken = default)
        where T : class, IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(tasks);
        GenerationTask<T>[] all = [.. tasks];
        if (all.Contains(null)) throw new ArgumentException("One of the tasks is null.", nameof(tasks));
        return EachAsync(all, cancellationToken);
    }

    private static async IAsyncEnumerable<GenerationOutcome<T>> EachAsync<T>(GenerationTask<T>[] tasks, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IJsonModel<T>
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<GenerationOutcome<T>>[] waits = [.. tasks.Select(task => OutcomeAsync(task, left.Token))];
        try
        {
            await foreach (Task<GenerationOutcome<T>> ended in Task.WhenEach(waits).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return await ended.ConfigureAwait(false);
            }
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(waits)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<GenerationOutcome<T>> OutcomeAsync<T>(GenerationTask<T> task, CancellationToken cancellationToken)
        where T : class, IJsonModel<T>
    {
        try
        {
            return new GenerationOutcome<T>(task, await task.WaitAsync(null, cancellationToken).ConfigureAwait(false), null);
        }
        catch (EvolinkException error)
        {
            return new GenerationOutcome<T>(task, null, error);
        }
    }
}
