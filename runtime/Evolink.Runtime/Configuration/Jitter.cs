namespace Evolink.Runtime.Configuration;

/// <summary>The client's one source of randomness, safe to use from many waits.</summary>
internal sealed class Jitter(Random? random)
{
    private readonly Random _random = random ?? new Random();
    private readonly Lock _lock = new();

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Next()
    {
        lock (_lock) return _random.NextDouble();
    }
}
