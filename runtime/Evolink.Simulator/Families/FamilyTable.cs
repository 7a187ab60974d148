using Evolink.Codegen.TaskFamilies;

namespace Evolink.Simulation;

/// <summary>Which creates have tasks of another shape than EvoLink's, and which operations these are asked by.</summary>
internal sealed class FamilyTable
{
    private readonly Dictionary<SpecOperation, PlayedFamily> _byCreate = [];

    public FamilyTable(IReadOnlyList<SpecOperation> operations)
    {
        Dictionary<TaskOperation, SpecOperation> bySpec = operations.GroupBy(static operation => operation.Task).ToDictionary(static group => group.Key, static group => group.First());
        TaskPairing pairing = new([.. bySpec.Keys]);
        foreach (SpecOperation create in operations.Where(static operation => TaskPairing.Creates(operation.Task)))
        {
            if (pairing.FindQuery(create.Task) is not { } query) continue;
            TaskOperation? content = pairing.FindContent(create.Task, query);
            TaskFamilySpec spec = TaskFamilySpec.Create(create.Task, query, content is not null);
            if (content is null && IsOfEvolink(create, bySpec[query], spec)) continue;
            _byCreate.Add(create, new PlayedFamily(spec, bySpec[query], content is null ? null : bySpec[content])
            {
                ContentParameter = create.Task.Extension?.ContentParameter ?? (content is null ? "" : PathParameters.FindLast(content.Path)),
            });
        }
    }

    /// <summary>The family that an operation creates tasks of; null for none, and for EvoLink's own.</summary>
    public PlayedFamily? Find(SpecOperation create) => _byCreate.GetValueOrDefault(create);

    /// <summary>Every family, each with the operation that creates its tasks.</summary>
    public IEnumerable<PlayedFamily> All => _byCreate.Values;

    // What the simulator has always played, with whatever members the spec's example has.
    private static bool IsOfEvolink(SpecOperation create, SpecOperation query, TaskFamilySpec spec) =>
        create.ReturnsTask && query.ReturnsTask && spec is { Id: "/id", Status: "/status" } && spec.Statuses.Count == 0
        && spec.Results is null or "/results" && spec.Words.All(static word => StatusWords.All.Contains(word));
}
