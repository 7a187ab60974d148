namespace Evolink.Runtime.Tasks.Polling;

/// <summary>
/// How far the estimates of one model's run times are from the truth: the running mean and spread of the logarithm of actual by
/// estimated. Not safe for several threads.
/// </summary>
internal sealed class RunTimeCalibration
{
    // Until there is enough to go by: an estimate is right in the mean, and off by a factor of 1.8 as a rule.
    private const double PriorSpread = 0.6;
    private const double PriorWeight = 2;

    // Models become faster and slower: what is older than so many tasks fades.
    private const int Memory = 60;

    private const double LeastSpread = 0.1;

    private double _mean;
    private double _variance;

    /// <summary>How many tasks it goes by.</summary>
    public int Count { get; private set; }

    /// <summary>The logarithm of the factor by which estimates are corrected.</summary>
    public double Bias => _mean * Count / (Count + 1);

    /// <summary>How far a corrected estimate is off as a rule.</summary>
    public double Spread => Math.Max(LeastSpread, Math.Sqrt(((PriorWeight * PriorSpread * PriorSpread) + (Count * _variance)) / (PriorWeight + Count)));

    /// <summary>Takes in a task that ended.</summary>
    /// <param name="logRatio">The logarithm of its actual by its estimated run time.</param>
    public void Add(double logRatio)
    {
        if (Count < Memory) Count++;
        double deviation = logRatio - _mean;
        _mean += deviation / Count;
        _variance += ((deviation * (logRatio - _mean)) - _variance) / Count;
    }
}
