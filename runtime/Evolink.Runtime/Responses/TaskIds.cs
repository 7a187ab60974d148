namespace Evolink.Runtime.Responses;

/// <summary>Compares the ids of tasks as servers give them back.</summary>
internal static class TaskIds
{
    /// <summary>Whether two ids may be one task's: some servers give an id back in other letters, or with or without its prefix.</summary>
    public static bool MayBeSame(string asked, string returned) =>
        asked.EndsWith(returned, StringComparison.OrdinalIgnoreCase) || returned.EndsWith(asked, StringComparison.OrdinalIgnoreCase);
}
