namespace Evolink.Simulation;

/// <summary>Lets a simulator fail as the command line asks: the script first, line by line, then what is repeated. The same seed and the same requests fail alike.</summary>
internal sealed class FailurePlan(IReadOnlyList<FailureRule> script, IReadOnlyList<RepeatedFailure> repeated, int seed)
{
    private readonly Lock _lock = new();
    private readonly List<FailureRule> _script = [.. script];
    private readonly int[] _met = new int[repeated.Count];
    private readonly Random _random = new(seed);

    /// <summary>How many requests and tasks something went wrong with.</summary>
    public int Count { get; private set; }

    /// <summary>What happens to a request; null for nothing.</summary>
    public Fault? NextFault(FaultContext request) => Next(rule => rule.AppliesTo(request.Kind))?.Failure;

    /// <summary>The life of a task that is to fail; null for the usual one.</summary>
    public TaskScript? NextScript(TimeSpan after) => Next(static rule => rule.Task is not null)?.Task is { } failure ? TaskScript.Failing(after, failure) : null;

    private FailureRule? Next(Predicate<FailureRule> applies)
    {
        lock (_lock)
        {
            FailureRule? rule = FromScript(applies) ?? FromRepeated(applies);
            if (rule is { Failure: not null } or { Task: not null }) Count++;
            return rule;
        }
    }

    private FailureRule? FromScript(Predicate<FailureRule> applies)
    {
        int index = _script.FindIndex(applies);
        if (index < 0) return null;
        FailureRule rule = _script[index];
        _script.RemoveAt(index);
        return rule;
    }

    private FailureRule? FromRepeated(Predicate<FailureRule> applies)
    {
        for (int i = 0; i < repeated.Count; i++)
        {
            RepeatedFailure failure = repeated[i];
            if (!applies(failure.Rule) || _met[i] >= (failure.Times ?? int.MaxValue)) continue;
            if (failure.Share < 1 && _random.NextDouble() >= failure.Share) continue;
            _met[i]++;
            return failure.Rule;
        }

        return null;
    }
}
