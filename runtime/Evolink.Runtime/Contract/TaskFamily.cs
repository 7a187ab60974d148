using System.Collections.Frozen;
using Evolink.Codegen.TaskFamilies;
using Evolink.Runtime.Contract;

namespace Evolink;

/// <summary>
/// The tasks of one kind: the operation that is asked for them, where their members stand in its response, and what the words of
/// their status mean. The generator writes it from the specifications.
/// </summary>
/// <remarks>Members are found by JSON pointers (RFC 6901), which hold for the response of the create and for that of the query.</remarks>
public abstract class TaskFamily
{
    private readonly FrozenDictionary<string, GenerationStatus> _statuses = FrozenDictionary<string, GenerationStatus>.Empty;

    private protected TaskFamily(ApiOperation query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
        QueryParameter = PathParameters.FindLast(query.Path);
    }

    /// <summary>The operation that is asked for one task.</summary>
    public ApiOperation Query { get; }

    /// <summary>The parameter that takes the task's id, in the query's path or in its query string. Default: the last one of the path.</summary>
    public string QueryParameter { get; init; }

    /// <summary>Whether an id keeps its slashes in the path of the query, as names of resources do. Default: it does not.</summary>
    public bool KeepsSlashes { get; init; }

    /// <summary>The task's id. Default <c>/id</c>.</summary>
    public string Id { get; init; } = "/id";

    /// <summary>The task's status: a word, or whether it is done. Default <c>/status</c>.</summary>
    public string Status { get; init; } = "/status";

    /// <summary>The kind of task, such as <c>video</c>. Default <c>/type</c>.</summary>
    public string Type { get; init; } = "/type";

    /// <summary>The model that runs the task: run times are learnt of each. Default <c>/model</c>.</summary>
    public string Model { get; init; } = "/model";

    /// <summary>The progress, from 0 to <see cref="ProgressMaximum"/>. Default <c>/progress</c>.</summary>
    public string Progress { get; init; } = "/progress";

    /// <summary>The progress of a task that is done. Default 100; some count from 0 to 1.</summary>
    public double ProgressMaximum { get; init; } = 100;

    /// <summary>The addresses of the results: a list, a string, an object that holds them, or JSON text of one of these. Default <c>/results</c>.</summary>
    public string Results { get; init; } = "/results";

    /// <summary>Results that are no files. Default <c>/result_data</c>.</summary>
    public string ResultData { get; init; } = "/result_data";

    /// <summary>Why a task failed: a text, or an object with <c>code</c> and <c>message</c>. Default <c>/error</c>.</summary>
    public string Error { get; init; } = "/error";

    /// <summary>The expected run time in seconds. Default <c>/task_info/estimated_time</c>.</summary>
    public string EstimatedTime { get; init; } = "/task_info/estimated_time";

    /// <summary>
    /// Whether a completed task has results in every case. If so, one that is completed without any is polled again, and fails in
    /// the end; if not, it is taken as it is. Default: it is taken as it is.
    /// </summary>
    public bool RequiresResults { get; init; }

    /// <summary>What the status words of this API mean, beside those that every API shares. Whatever their case; an empty word stands for a status that is absent.</summary>
    public IReadOnlyDictionary<string, GenerationStatus> Statuses
    {
        get => _statuses;
        init => _statuses = value.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The operation whose response is the result of a completed task, or names its addresses in JSON. Null where the task itself names them.</summary>
    public ApiOperation? Content { get; init; }

    /// <summary>The parameter of <see cref="Content"/> that takes the task's id, in the path or in the query string. Default: the last one of its path.</summary>
    public string? ContentParameter { get; init; }

    /// <summary>The operation that is asked for many tasks at once; null where there is none.</summary>
    public TaskBatch? Batch { get; init; }

    /// <summary>The model that was read last. Most tasks in a row are one model's, and each would hold a copy of its name.</summary>
    internal string? LastModel { get; set; }

    /// <summary>The pointers as one tree.</summary>
    internal TaskMemberNode Members => field ??= TaskMemberNode.From(this);

    /// <summary>The type of the task as the server describes it.</summary>
    internal abstract Type TaskType { get; }

    /// <summary>Whether another family asks the same operation: then a client knows its tasks as its own.</summary>
    internal bool Matches(TaskFamily other) => ReferenceEquals(this, other) || Names(other.Query);

    /// <summary>Whether an operation is the query of this family.</summary>
    internal bool Names(ApiOperation operation) => ReferenceEquals(operation, Query) ||
        (operation.Method, operation.Path, operation.Server) == (Query.Method, Query.Path, Query.Server);

    /// <summary>The status that a word of this family stands for; the word itself where nobody knows it.</summary>
    internal GenerationStatus ReadStatus(string? word)
    {
        string key = word?.Trim() ?? "";
        if (_statuses.TryGetValue(key, out GenerationStatus known)) return GenerationStatus.Recognize(key, known);
        GenerationStatus status = new(word);
        return word is null || GenerationStatus.Known.Contains(status) || StatusWords.Find(key) is not { } usual
            ? status
            : GenerationStatus.Recognize(word, new GenerationStatus(usual));
    }
}

/// <summary>The tasks of one kind, with the type that a response is read as.</summary>
/// <typeparam name="TTask">The task as the server describes it.</typeparam>
/// <param name="query">The operation that is asked for one task.</param>
public sealed class TaskFamily<TTask>(ApiOperation query) : TaskFamily(query)
    where TTask : class, IJsonModel<TTask>
{
    internal override Type TaskType => typeof(TTask);
}
