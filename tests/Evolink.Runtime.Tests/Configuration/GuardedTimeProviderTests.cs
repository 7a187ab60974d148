using Evolink.Runtime.Configuration;
using Evolink.Tests.Support;

namespace Evolink.Tests.Configuration;

/// <summary>Clocks of the caller's that throw.</summary>
public sealed class GuardedTimeProviderTests
{
    // Longer than any load makes what happens at once.
    private static readonly TimeSpan s_deadlock = TimeSpan.FromSeconds(60);

    private readonly BrokenClock _clock = new();

    [Theory]
    [InlineData("")]
    [InlineData("Sat, 21 Nov 2026 12:00:00 GMT")]
    public async Task AClockThatBreaksWhileTheServerResponds_LosesNoId(string retryAfter)
    {
        StubServer server = new(_ =>
        {
            _clock.IsBroken = true;
            HttpResponseMessage response = StubServer.Json(TestApi.Task("pending"));
            if (retryAfter.Length > 0) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_clock), http);

        GenerationTask<TestTask> task = await client.SubmitAsync(new TestRequest());

        Assert.Equal("task-unified-1", task.Id);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task AClockThatIsBrokenFromTheStart_LosesNoId()
    {
        _clock.IsBroken = true;
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_clock), http);

        Assert.Equal("task-unified-1", (await client.SubmitAsync(new TestRequest())).Id);
    }

    [Fact]
    public void ABrokenClock_GoesOnFromItsLastReading_WithoutAJump()
    {
        TimeProvider time = GuardedTimeProvider.From(_clock);
        _clock.Inner.Advance(TimeSpan.FromDays(1));
        long last = time.GetTimestamp();

        _clock.IsBroken = true;
        long first = time.GetTimestamp(), second = time.GetTimestamp();

        Assert.True(last <= first && first <= second);
        Assert.InRange(time.GetElapsedTime(last, second), TimeSpan.Zero, s_deadlock);
        Assert.InRange(time.GetUtcNow() - TimeProvider.System.GetUtcNow(), -s_deadlock, s_deadlock);

        _clock.IsBroken = false;
        _clock.Inner.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(1), time.GetElapsedTime(last));
    }

    [Fact]
    public async Task ATimerThatCannotBeMade_IsTheSystems()
    {
        _clock.IsBroken = true;
        TimeProvider time = GuardedTimeProvider.From(_clock);
        TaskCompletionSource fired = new();

        await using ITimer timer = time.CreateTimer(state => ((TaskCompletionSource)state!).TrySetResult(), fired, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(s_deadlock, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task ATimerThatCannotBeSet_IsReplaced_AndEndsWhenItIsDisposed()
    {
        TimeProvider time = GuardedTimeProvider.From(_clock);
        TaskCompletionSource fired = new();
        ITimer timer = time.CreateTimer(_ => fired.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.IsBroken = true;

        Assert.True(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        await fired.Task.WaitAsync(s_deadlock, TestContext.Current.CancellationToken);

        timer.Dispose();
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void TheSystemsClock_IsUsedAsItIs() => Assert.Same(TimeProvider.System, GuardedTimeProvider.From(TimeProvider.System));

    private sealed class BrokenClock : TimeProvider
    {
        public ManualTimeProvider Inner { get; } = new();

        public bool IsBroken { get; set; }

        public override long TimestampFrequency => Whole.TimestampFrequency;

        private ManualTimeProvider Whole => IsBroken ? throw new InvalidOperationException("The clock is broken.") : Inner;

        public override DateTimeOffset GetUtcNow() => Whole.GetUtcNow();

        public override long GetTimestamp() => Whole.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Timer(this, Whole.CreateTimer(callback, state, dueTime, period));

        private sealed class Timer(BrokenClock clock, ITimer inner) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Whole is null || inner.Change(dueTime, period);

            public void Dispose()
            {
                inner.Dispose();
                _ = clock.Whole;
            }

            public async ValueTask DisposeAsync()
            {
                await inner.DisposeAsync();
                _ = clock.Whole;
            }
        }
    }
}
