namespace Evolink.Jobs.Stores.Rows;

/// <summary>What the tables of all databases have in common.</summary>
internal static class JobColumns
{
    /// <summary>The jobs that may be deleted some time after their end. <see cref="JobState.OutcomeUnknown"/> is none of them: it waits for a person. The index has the same words.</summary>
    public static string Purgeable { get; } = $"state IN ({(int)JobState.Completed}, {(int)JobState.Failed}, {(int)JobState.Canceled}, {(int)JobState.Expired})";

    /// <summary>The states that <see cref="JobCounts"/> counts.</summary>
    public static string Counted { get; } = $"state IN ({(int)JobState.Queued}, {(int)JobState.Submitting}, {(int)JobState.Running}, {(int)JobState.Saving}, {(int)JobState.OutcomeUnknown})";

    /// <summary>How long a hint is of use. Who follows its task takes it within seconds.</summary>
    public static TimeSpan HintLifetime { get; } = TimeSpan.FromMinutes(1);

    /// <summary>A moment as a column holds it; one that no clock shows is the first of all.</summary>
    public static DateTimeOffset ToTime(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : DateTimeOffset.MinValue;
}
