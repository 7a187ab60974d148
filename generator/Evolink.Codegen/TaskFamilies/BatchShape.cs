namespace Evolink.Codegen.TaskFamilies;

/// <summary>An operation that is asked for many tasks is known by its shape: its body lists ids, and its response lists tasks.</summary>
/// <param name="Ids">The JSON pointer of the ids in the body.</param>
/// <param name="Items">The JSON pointer of the tasks in the response.</param>
/// <param name="MaximumCount">The most ids that the body may have, as it is written; null where the schema says nothing.</param>
/// <param name="TaskId">The JSON pointer of the id in one of the tasks.</param>
/// <param name="TaskStatus">The JSON pointer of the status in one of the tasks.</param>
internal sealed record BatchShape(string Ids, string Items, string? MaximumCount, string TaskId, string TaskStatus)
{
    /// <summary>Whether its tasks are read as those of a family: members stand where the query has them.</summary>
    public bool Fits(TaskFamilySpec family) => TaskId == family.Id && TaskStatus == family.Status;
}
