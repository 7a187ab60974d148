namespace Evolink.Jobs.Tests.Core;

/// <summary>A service of the random walks, with the ledger that the walks are held against.</summary>
/// <param name="random">Decides.</param>
/// <param name="honoursKeys">Whether a second create under one key is answered with the first task.</param>
internal sealed class WalkVendor(Random random, bool honoursKeys)
{
    private readonly Dictionary<string, string> _byKey = [];

    /// <summary>Every charge: the key and the task.</summary>
    public List<(string Key, string TaskId)> Ledger { get; } = [];

    /// <summary>How often a whole request arrived under a key and was not turned away.</summary>
    public Dictionary<string, int> Arrivals { get; } = [];

    /// <summary>Takes a request; null where it was turned away, and nothing was created.</summary>
    public string? Create(string key)
    {
        if (random.Next(6) == 0) return null;
        Arrivals[key] = Arrivals.GetValueOrDefault(key) + 1;
        if (honoursKeys && _byKey.TryGetValue(key, out string? known)) return known;
        string taskId = $"task-{Ledger.Count + 1}";
        Ledger.Add((key, taskId));
        _byKey.TryAdd(key, taskId);
        return taskId;
    }

    /// <summary>The first task under a key; null where there is none.</summary>
    public string? Find(string key) => _byKey.GetValueOrDefault(key);
}
