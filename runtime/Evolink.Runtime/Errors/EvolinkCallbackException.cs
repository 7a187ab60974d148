using System.Text.Json;

namespace Evolink;

/// <summary>
/// Code that the caller gave to a wait threw: an <see cref="IProgress{T}"/> handler. The wait ended by it, and the task did not: wait for
/// it again, or resume it by <see cref="EvolinkTaskException.TaskId"/>. What was thrown is the <see cref="Exception.InnerException"/>.
/// </summary>
/// <remarks>
/// An <see cref="OperationCanceledException"/> of a handler ends the wait as a cancellation does, with an <see cref="EvolinkCanceledException"/>.
/// Loggers and listeners of activities and metrics only watch: what they throw ends no wait and no call.
/// </remarks>
public sealed class EvolinkCallbackException : EvolinkTaskException
{
    internal EvolinkCallbackException(string message, string taskId, JsonElement? snapshot, Exception innerException)
        : base(message, taskId, snapshot, innerException)
    {
    }
}
