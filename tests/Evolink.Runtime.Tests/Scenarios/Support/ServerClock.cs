using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>The simulator's view of the test's clock: a pause of the server begins once the client has read all that was sent before it.</summary>
internal sealed class ServerClock(ManualTimeProvider time, QuietNetwork network) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() - time.WallClockError;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        LaterTimer timer = new();
        _ = timer.StartAsync(network, () => time.CreateSilence(callback, state, dueTime, period));
        return timer;
    }

    private sealed class LaterTimer : ITimer
    {
        private readonly Lock _lock = new();
        private ITimer? _timer;
        private bool _isDisposed;

        public async Task StartAsync(QuietNetwork network, Func<ITimer> start)
        {
            await network.WhenQuietAsync();
            lock (_lock)
                if (!_isDisposed) _timer = start();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("The simulator's timers run once.");

        public void Dispose()
        {
            lock (_lock)
            {
                _isDisposed = true;
                _timer?.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
