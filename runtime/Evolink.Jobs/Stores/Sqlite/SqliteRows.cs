using System.Globalization;
using Evolink.Jobs.Model;
using Microsoft.Data.Sqlite;

namespace Evolink.Jobs.Stores.Sqlite;

/// <summary>Jobs as rows. What is searched for has a column; everything is in <c>data</c>, so that a new member needs no new table.</summary>
internal static class SqliteRows
{
    /// <summary>The columns that <see cref="Read"/> reads.</summary>
    public const string Select = "SELECT data, request, version, sequence FROM jobs";

    /// <summary>The values that change.</summary>
    public static IEnumerable<(string Name, object? Value)> Values(GenerationJob job) =>
    [
        ("$id", job.Id),
        ("$state", (int)job.State),
        ("$not_before", job.NotBefore.UtcTicks),
        ("$credits", job.Credits?.ToString(CultureInfo.InvariantCulture)),
        ("$data", JobJson.Write(job)),
    ];

    public static GenerationJob Read(SqliteDataReader reader) => JobJson.Read(reader.GetString(0), reader.GetString(1), reader.GetInt64(2));
}
