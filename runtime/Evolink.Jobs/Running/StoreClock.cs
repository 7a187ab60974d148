namespace Evolink.Jobs.Running;

/// <summary>The time that all who use a store agree on: the store's. The clocks of machines may be minutes apart.</summary>
internal sealed class StoreClock(IJobStore store, TimeProvider time)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    // Less than this may be the way to the store and back.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(0.5);

    private long _offset;
    private long _askedAt;
    private bool _hasAsked;

    /// <summary>The time now.</summary>
    public DateTimeOffset UtcNow => time.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    /// <summary>Asks the store what time it is, unless that was done a short while ago. Where the store fails, what was known goes on to count.</summary>
    public async Task SynchronizeAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _hasAsked) && time.GetElapsedTime(Volatile.Read(ref _askedAt)) < s_interval) return;
        try
        {
            DateTimeOffset before = time.GetUtcNow();
            DateTimeOffset theirs = await store.GetTimeAsync(cancellationToken).ConfigureAwait(false);
            DateTimeOffset after = time.GetUtcNow();
            TimeSpan offset = theirs - (before + ((after - before) / 2));
            Volatile.Write(ref _offset, offset.Duration() < s_tolerance ? 0 : offset.Ticks);
            Volatile.Write(ref _askedAt, time.GetTimestamp());
            Volatile.Write(ref _hasAsked, true);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What is asked of the store next fails too, and is told of there.
        }
    }
}
