using System.Text.Json;

namespace Evolink;

/// <summary>The wait reached its own time limit. The task goes on, and is paid for: resume it, do not submit it again.</summary>
public sealed class EvolinkTaskTimeoutException : EvolinkTaskException
{
    internal EvolinkTaskTimeoutException(string message, string taskId, TimeSpan timeout, JsonElement? snapshot, Exception? innerException)
        : base(message, taskId, snapshot, innerException) => Timeout = timeout;

    /// <summary>The limit that was reached.</summary>
    public TimeSpan Timeout { get; }
}
