namespace Evolink;

/// <summary>How a task is polled while it is waited for.</summary>
public sealed class PollingOptions
{
    /// <summary>The shortest time between two polls of one task, give or take a tenth.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The longest time between two polls of one task, give or take a tenth; half more after a poll that failed, so that waits do not come back
    /// as one. The first poll after a create may come up to four times as late, where the client has learnt how long the model takes.
    /// </summary>
    /// <value>The default is 15 seconds.</value>
    public TimeSpan MaximumInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a wait lasts before <see cref="EvolinkTaskTimeoutException"/>. The task itself goes on and can be resumed. A poll that
    /// is under way then has another half a second.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is 10 minutes for images, 60 minutes for everything else.</value>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// How many requests a second one client sends to poll, for all its waits together; one may ask for many tasks (<see cref="UseBatch"/>).
    /// Fewer for a while where the server says that it is too often.
    /// </summary>
    /// <value>The default is 20.</value>
    public double RequestsPerSecond { get; set; } = 20;

    /// <summary>
    /// Whether waits ask for many tasks in one request, as many as are due at a time. Without effect for an API that names no such operation;
    /// where it has one that does not work, each task is asked for by itself.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool UseBatch { get; set; } = true;

    /// <summary>The polling options in short.</summary>
    public override string ToString() => $"PollingOptions {{ {MinimumInterval} to {MaximumInterval}, at most {RequestsPerSecond} a second }}";
}
