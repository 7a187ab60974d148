namespace Evolink.Runtime.Tasks.Polling;

/// <summary>What one client has learnt of run times, model by model. Safe for many waits.</summary>
internal sealed class RunTimeEstimates
{
    // Names of models come from the server: a client that runs for months must not keep whatever it was told.
    private const int MostModels = 1000;

    // A longer name is none, and would be kept as long as the client.
    private const int LongestName = 200;

    // Before so many tasks have ended, nothing is known of a model whose server gives no estimate.
    private const int FewestWithoutEstimate = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<(TaskFamily Family, string Model, bool IsEstimated), RunTimeCalibration> _models = [];

    /// <summary>The run time to expect; null where nothing is known.</summary>
    /// <param name="family">The kind of task.</param>
    /// <param name="model">The model, as the server names it.</param>
    /// <param name="estimate">The server's estimate; null where it gives none.</param>
    public RunTime? Predict(TaskFamily family, string model, TimeSpan? estimate)
    {
        lock (_lock)
        {
            RunTimeCalibration? known = _models.GetValueOrDefault((family, model, estimate is not null));
            if (estimate is null && known is not { Count: >= FewestWithoutEstimate }) return null;
            known ??= new RunTimeCalibration();
            return new RunTime(Logarithm(estimate) + known.Bias, known.Spread);
        }
    }

    /// <summary>A task is completed.</summary>
    /// <param name="family">The kind of task.</param>
    /// <param name="model">The model, as the server named it when the task began.</param>
    /// <param name="estimate">The server's estimate; null where it gave none.</param>
    /// <param name="actual">How long it ran.</param>
    public void Learn(TaskFamily family, string model, TimeSpan? estimate, TimeSpan actual)
    {
        if (actual <= TimeSpan.Zero || estimate <= TimeSpan.Zero || model.Length > LongestName) return;
        lock (_lock)
        {
            if (!_models.TryGetValue((family, model, estimate is not null), out RunTimeCalibration? known))
            {
                if (_models.Count >= MostModels) return;
                _models.Add((family, model, estimate is not null), known = new RunTimeCalibration());
            }

            known.Add(Math.Log(actual.TotalSeconds) - Logarithm(estimate));
        }
    }

    // Without an estimate the ratio is that to one second.
    private static double Logarithm(TimeSpan? estimate) => estimate is { } given ? Math.Log(given.TotalSeconds) : 0;
}
