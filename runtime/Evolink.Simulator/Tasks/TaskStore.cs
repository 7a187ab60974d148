namespace Evolink.Simulation;

/// <summary>Every task of this simulator, in the order of their creation.</summary>
internal sealed class TaskStore
{
    private readonly Lock _lock = new();
    private readonly List<SimulatedTask> _tasks = [];
    private readonly Dictionary<string, SimulatedTask> _byId = new(StringComparer.Ordinal);

    public void Add(SimulatedTask task)
    {
        lock (_lock)
        {
            _tasks.Add(task);
            _byId.Add(task.Created.Id, task);

            // A name of a resource has slashes, and its file is called by what is behind them.
            _byId.TryAdd(PathTemplate.LastSegment(task.Created.Id), task);
        }
    }

    public SimulatedTask? Find(string id)
    {
        lock (_lock) return _byId.GetValueOrDefault(id);
    }

    public IReadOnlyList<SimulatedTask> All()
    {
        lock (_lock) return [.. _tasks];
    }
}
