using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Evolink.Jobs.Model;

namespace Evolink.Jobs.Stores.Rows;

/// <summary>A row as a database gives it, before anybody knows whether it is a job. Whoever can write to the table may have put anything into it.</summary>
internal readonly struct JobRow
{
    /// <summary>The columns that <see cref="From"/> takes, in their order.</summary>
    public const string Columns = "id, sequence, state, version, request, data";

    private readonly object _state;
    private readonly object _version;
    private readonly object _request;
    private readonly object _data;

    private JobRow(DbDataReader reader)
    {
        Id = Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "";
        Sequence = reader.GetInt64(1);
        (_state, _version, _request, _data) = (reader.GetValue(2), reader.GetValue(3), reader.GetValue(4), reader.GetValue(5));
    }

    /// <summary>The job's id.</summary>
    public string Id { get; }

    /// <summary>Its place in the order of enqueueing.</summary>
    public long Sequence { get; }

    /// <summary>The row on which a reader stands.</summary>
    public static JobRow From(DbDataReader reader) => new(reader);

    /// <summary>The job of the row.</summary>
    /// <exception cref="EvolinkJobUnreadableException">It is none that this version knows.</exception>
    public GenerationJob Read()
    {
        // SQLite keeps in any column whatever was written into it.
        if (_version is not long version) throw Unreadable("version", "is no whole number");
        if (_state is not (long or int)) throw Unreadable("state", "is no whole number");
        if (_request is not string request) throw Unreadable("request", "is no text");
        if (_data is not string data) throw Unreadable("data", "is no text");

        // What stands in the request is looked at when it is sent: then the job ends by it, and somebody is told.
        GenerationJob job = Parse(data, request, version);
        if (FindProblem(job) is { } problem) throw Unreadable("data", problem);
        return Convert.ToInt64(_state, CultureInfo.InvariantCulture) == (int)job.State ? job : throw Unreadable("state", $"is not that of a job that is {job.State}");
    }

    private GenerationJob Parse(string data, string request, long version)
    {
        try
        {
            return JobJson.Read(data, request, version);
        }
        catch (JsonException broken)
        {
            // The message quotes what it has found; the path does not.
            throw Unreadable("data", broken.Path is { Length: > 1 } path ? $"holds what this version does not know at {path}" : "is no job as JSON", broken);
        }
    }

    /// <summary>What would let down whoever drives the job: JSON may have a null or a number anywhere.</summary>
    private string? FindProblem(GenerationJob job) => job switch
    {
        _ when job.Id != Id => "has the id of another job",
        { Model: null } or { RequestType: null } => "names no model or no type",
        _ when job.Shard is < 0 or >= JobShards.Count => "has a shard that there is not",
        _ when !Enum.IsDefined(job.State) => "has a state that this version does not know",
        _ when !Enum.IsDefined(job.SubmitRetry) => "has a way of repeating that this version does not know",
        { OtherTaskIds: null } or { Files: null } or { FallbackModels: null } => "has null for a list",
        _ when job.OtherTaskIds.Contains(null!) || job.Files.Contains(null!) || job.FallbackModels.Contains(null!) => "has null in a list",
        _ when job.Fallbacks < 0 || job.Fallbacks > job.FallbackModels.Count => "has turned to more models than it names",
        { State: JobState.Running or JobState.Saving, TaskId: null or "" } => "has no task, and should have one",
        { State: JobState.Saving, SaveTo: null } => "has no place to save to",
        _ => null,
    };

    private EvolinkJobUnreadableException Unreadable(string column, string reason, Exception? cause = null) => new(Id, column, reason, cause);
}
