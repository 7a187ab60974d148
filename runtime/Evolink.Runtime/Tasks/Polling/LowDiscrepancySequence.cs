namespace Evolink.Runtime.Tasks.Polling;

/// <summary>
/// Numbers from 0 up to 1 that lie evenly, however many are taken: steps of the golden ratio. Random ones would leave holes and heaps,
/// and a heap of polls is what a spread is to prevent.
/// </summary>
/// <param name="start">Where to begin, so that many processes do not all begin at the same place.</param>
internal sealed class LowDiscrepancySequence(double start)
{
    private const double Step = 0.6180339887498949;

    private readonly Lock _lock = new();
    private double _last = start;

    public double Next()
    {
        lock (_lock)
        {
            _last += Step;
            if (_last >= 1) _last -= 1;
            return _last;
        }
    }
}
