namespace Evolink.Runtime.Tasks.Polling;

/// <summary>What is known of a run time: its logarithm is normally distributed, as times of work are.</summary>
/// <param name="LogMedian">The logarithm of the median, in seconds.</param>
/// <param name="Spread">The standard deviation of the logarithm: 0.35 for an estimate that is off by 35 % as a rule.</param>
internal readonly record struct RunTime(double LogMedian, double Spread)
{
    // Beyond it the tail is that of its asymptote, within half a percent.
    private const double FarTail = 4;

    /// <summary>Two sources as one, each by how sure it is.</summary>
    public RunTime Combine(RunTime other)
    {
        double own = 1 / (Spread * Spread), others = 1 / (other.Spread * other.Spread);
        return new RunTime(((LogMedian * own) + (other.LogMedian * others)) / (own + others), Math.Sqrt(1 / (own + others)));
    }

    /// <summary>How likely it is that a task which has not ended yet ends within the next second.</summary>
    /// <param name="seconds">Since it began.</param>
    public double Hazard(double seconds)
    {
        double deviation = (Math.Log(seconds) - LogMedian) / Spread;
        return InverseMillsRatio(deviation) / (Spread * seconds);
    }

    // Density over upper tail of the standard normal distribution; the tail as in Abramowitz and Stegun 26.2.17.
    private static double InverseMillsRatio(double z)
    {
        if (z > FarTail) return z + (1 / z);
        double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI), step = 1 / (1 + (0.2316419 * Math.Abs(z)));
        double tail = density * step * (0.319381530 + (step * (-0.356563782 + (step * (1.781477937 + (step * (-1.821255978 + (step * 1.330274429))))))));
        return density / (z < 0 ? 1 - tail : tail);
    }
}
