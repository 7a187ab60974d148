namespace Evolink;

/// <summary>Is told that a task may have ended, as a callback says it, so that whoever waits for it elsewhere than in the client of this host asks at once. Any number of them is registered in the container.</summary>
/// <remarks>
/// The seam between what receives callbacks and what waits for tasks: <c>Evolink.AspNetCore</c> calls the handlers, <c>Evolink.Jobs</c> registers one, and neither knows the other.
/// It is a hint and not a fact: what a handler does with it is to ask the service.
/// </remarks>
public interface ITaskNotificationHandler
{
    /// <summary>A task may have ended.</summary>
    /// <param name="taskId">The task; it may be anybody's.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    Task NotifyTaskAsync(string taskId, CancellationToken cancellationToken);
}
