namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>One result of a task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Index">The result's place, from 0.</param>
/// <param name="Count">How many results the task has.</param>
/// <param name="Address">Where it lies, word for word.</param>
internal sealed record ResultFile(string TaskId, int Index, int Count, string Address)
{
    /// <summary>The model that made it; null where neither the request nor the task names one.</summary>
    public string? Model { get; init; }

    /// <summary>The kind of task, such as <c>video</c>; null where the server does not say.</summary>
    public string? Type { get; init; }

    /// <summary>The operation that serves the result, which takes the key; null for an address that anybody may fetch.</summary>
    public ApiOperation? Operation { get; init; }
}
