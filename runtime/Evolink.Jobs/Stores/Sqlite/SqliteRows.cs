using System.Globalization;
using System.Text.Json;
using Evolink.Jobs.Model;
using Evolink.Jobs.Stores.Rows;

namespace Evolink.Jobs.Stores.Sqlite;

/// <summary>Jobs as rows. What is searched for has a column; everything is in <c>data</c>, so that a new member needs no new table.</summary>
internal static class SqliteRows
{
    /// <summary>The rows, as <see cref="JobRow"/> takes them.</summary>
    public const string Select = $"SELECT {JobRow.Columns} FROM jobs";

    /// <summary>The jobs that may be sent.</summary>
    /// <remarks>The index is named, since SQLite does not see by itself that one of what is open suffices; it does not run without it.</remarks>
    public static string Due { get; } =
        $"{Select} INDEXED BY jobs_open WHERE state < {(int)JobState.Completed} AND state = {(int)JobState.Queued} AND not_before <= $now AND ($shards IS NULL OR shard IN (SELECT value FROM json_each($shards))) AND id NOT IN (SELECT value FROM json_each($resting)) ORDER BY not_before, sequence LIMIT $limit";

    /// <summary>The jobs that are under way, in short.</summary>
    public static string Open { get; } =
        $"SELECT id, state FROM jobs INDEXED BY jobs_open WHERE state < {(int)JobState.Completed} AND state IN ({(int)JobState.Submitting}, {(int)JobState.Running}, {(int)JobState.Saving}) AND ($shards IS NULL OR shard IN (SELECT value FROM json_each($shards)))";

    /// <summary>The credits of what runs.</summary>
    public static string OpenCredits { get; } =
        $"SELECT id, credits FROM jobs INDEXED BY jobs_open WHERE state < {(int)JobState.Completed} AND state IN ({(int)JobState.Submitting}, {(int)JobState.Running}) AND credits IS NOT NULL";

    /// <summary>The jobs that may be deleted.</summary>
    public static string Old { get; } = $"SELECT sequence FROM jobs INDEXED BY jobs_ended WHERE {JobColumns.Purgeable} AND ended_at < $before ORDER BY ended_at LIMIT $limit";

    /// <summary>The values that change.</summary>
    public static IEnumerable<(string Name, object? Value)> Values(GenerationJob job) =>
    [
        ("$id", job.Id),
        ("$state", (int)job.State),
        ("$not_before", job.NotBefore.UtcTicks),
        ("$credits", job.Credits?.ToString(CultureInfo.InvariantCulture)),
        ("$ended_at", job.EndedAt?.UtcTicks),
        ("$data", JobJson.Write(job)),
    ];

    /// <summary>Numbers or texts as one value, which <c>json_each</c> takes apart; null for none.</summary>
    public static string? List(IEnumerable<int>? numbers) => numbers is null ? null : $"[{string.Join(',', numbers)}]";

    /// <inheritdoc cref="List(IEnumerable{int})"/>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(static text => $"\"{JsonEncodedText.Encode(text)}\""))}]";
}
