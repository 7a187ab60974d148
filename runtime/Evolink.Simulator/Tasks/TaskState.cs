namespace Evolink.Simulation;

/// <summary>What a script says of one moment.</summary>
internal readonly record struct TaskState(string? Status, int Progress)
{
    public bool IsCompleted => Status == "completed";

    public bool IsFailed => Status == "failed";

    public static TaskState At(TaskScript script, TimeSpan elapsed)
    {
        int current = LastReached(script, elapsed);
        if (current < 0) return new TaskState("pending", 0);

        TaskStep step = script.Steps[current];
        int progress = step.Progress ?? step.Status switch
        {
            "pending" => 0,
            "completed" => 100,
            "failed" or "cancelled" => current > 0 ? script.Steps[current - 1].Progress ?? 0 : 0,
            _ => Risen(script, current, elapsed),
        };
        return new TaskState(step.Status, progress);
    }

    /// <summary>Whether the task has once ended without a result: its credits are given back.</summary>
    public static bool IsRefunded(TaskScript script, TimeSpan elapsed) =>
        script.Steps.Any(step => step.After <= elapsed && step.Status is "failed" or "cancelled");

    private static int LastReached(TaskScript script, TimeSpan elapsed)
    {
        for (int index = script.Steps.Count - 1; index >= 0; index--)
        {
            if (script.Steps[index].After <= elapsed)
                return index;
        }

        return -1;
    }

    private static int Risen(TaskScript script, int current, TimeSpan elapsed)
    {
        if (current + 1 >= script.Steps.Count) return 0;

        TimeSpan start = script.Steps[current].After;
        TimeSpan span = script.Steps[current + 1].After - start;
        return span <= TimeSpan.Zero ? 0 : Math.Clamp((int)(100 * ((elapsed - start) / span)), 0, 99);
    }
}
