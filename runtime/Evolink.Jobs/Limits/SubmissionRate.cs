namespace Evolink.Jobs.Limits;

/// <summary>Spaces submissions evenly. What a pause has left unused may be caught up for one second, no more.</summary>
internal sealed class SubmissionRate(double perSecond, TimeProvider time)
{
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1 / perSecond);
    private readonly TimeSpan _burst = TimeSpan.FromSeconds(Math.Min(1, 10 / perSecond));
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>How long it takes until the next submission may go; zero where it may go now.</summary>
    public TimeSpan Delay => _next > Now ? _next - Now : TimeSpan.Zero;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Takes the place of one submission.</summary>
    public void Take()
    {
        TimeSpan earliest = Now - _burst;
        _next = (_next > earliest ? _next : earliest) + _spacing;
    }
}
