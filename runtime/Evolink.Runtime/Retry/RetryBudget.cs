namespace Evolink.Runtime.Retry;

/// <summary>
/// Keeps retries at a tenth of a client's calls, so that an outage does not multiply its load. A few are free at the start; a wait that
/// the server itself asked for costs nothing.
/// </summary>
internal sealed class RetryBudget
{
    private const double Capacity = 10;
    private const double EarnedByCall = 0.1;

    private readonly Lock _lock = new();
    private double _left = Capacity;

    public void Earn()
    {
        lock (_lock) _left = Math.Min(Capacity, _left + EarnedByCall);
    }

    public bool TrySpend()
    {
        lock (_lock)
        {
            if (_left < 1) return false;
            _left--;
            return true;
        }
    }
}
