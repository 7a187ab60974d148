namespace Evolink;

/// <summary>What the runtime has to know of an API. The generator writes it from the specifications.</summary>
public sealed record ApiDescriptor
{
    /// <summary>The client's name, as it stands in logs and messages.</summary>
    public required string ClientName { get; init; }

    /// <summary>Every server that the specifications name, the main one first. The key goes to these origins and to no other.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    /// <summary>Whether any operation takes a key; without one a client can be made that has none.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>The operation that asks for one task; its path ends in the task id. Null where the API has none.</summary>
    public ApiOperation? TaskQuery { get; init; }

    /// <summary>The names of a task's members.</summary>
    public TaskMembers TaskMembers { get; init; } = new();
}

/// <summary>The JSON names of the members of a task that decide how a wait goes on.</summary>
public sealed record TaskMembers
{
    /// <summary>The task's id. Default <c>id</c>.</summary>
    public string Id { get; init; } = "id";

    /// <summary>The task's status. Default <c>status</c>.</summary>
    public string Status { get; init; } = "status";

    /// <summary>The kind of task, such as <c>video</c>. Default <c>type</c>.</summary>
    public string Type { get; init; } = "type";

    /// <summary>The progress from 0 to 100. Default <c>progress</c>.</summary>
    public string Progress { get; init; } = "progress";

    /// <summary>The list of result URLs. Default <c>results</c>.</summary>
    public string Results { get; init; } = "results";

    /// <summary>Results that are no files. Default <c>result_data</c>.</summary>
    public string ResultData { get; init; } = "result_data";

    /// <summary>Why a task failed: an object with <c>code</c> and <c>message</c>. Default <c>error</c>.</summary>
    public string Error { get; init; } = "error";

    /// <summary>The object that holds <see cref="EstimatedTime"/>. Default <c>task_info</c>.</summary>
    public string TaskInfo { get; init; } = "task_info";

    /// <summary>The expected run time in seconds, inside <see cref="TaskInfo"/>. Default <c>estimated_time</c>.</summary>
    public string EstimatedTime { get; init; } = "estimated_time";
}
