namespace Evolink;

/// <summary>The operation that is asked for many tasks at once, in the place of the one that is asked for each.</summary>
/// <param name="Query">The operation: its body lists ids, and its response lists the tasks, each as the query of one task gives it.</param>
public sealed record TaskBatch(ApiOperation Query)
{
    /// <summary>The JSON pointer of the ids in the body. Default <c>/task_ids</c>.</summary>
    public string Ids { get; init; } = "/task_ids";

    /// <summary>The JSON pointer of the tasks in the response; empty where the response itself is the list. Default <c>/data</c>.</summary>
    public string Items { get; init; } = "/data";

    /// <summary>The most ids that one request may have. Default 50.</summary>
    public int MaximumCount { get; init; } = 50;
}
