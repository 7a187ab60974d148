namespace Evolink.Jobs.Limits;

/// <summary>Counts for all who drive jobs of one store: one rate, one number of jobs at a time, one sum of credits.</summary>
internal sealed class JobGate(JobLimits limits, TimeProvider time) : IJobGate
{
    /// <summary>Who has said nothing for so long is gone; until then what it drove counts, since somebody else is about to take it up.</summary>
    public static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(10);

    /// <summary>How often whoever drives jobs reports, at least.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SubmissionRate _rate = new(limits.SubmissionsPerSecond, time);
    private readonly Dictionary<string, Use> _uses = new(StringComparer.Ordinal);
    private Use? _before;

    /// <summary>Says what was under way before this gate was made, and by whom is not known yet: it counts until all have had the time to report.</summary>
    public void Assume(int active, decimal credits)
    {
        lock (_lock) _before = new Use(active, credits, time.GetTimestamp());
    }

    /// <summary>Where one process drives all jobs.</summary>
    public ValueTask<JobPermits> TakeAsync(JobDemand demand, CancellationToken cancellationToken) => ValueTask.FromResult(Take("", demand));

    /// <summary>Reports what an owner drives, and lets it begin what fits.</summary>
    public JobPermits Take(string owner, JobDemand demand)
    {
        lock (_lock)
        {
            Forget();
            Use own = _uses[owner] = new Use(demand.Active, demand.ActiveCredits, time.GetTimestamp());
            int count = 0;
            foreach (decimal? credits in demand.Wanted)
            {
                if (_rate.Delay is var delay && delay > TimeSpan.Zero) return new JobPermits(count, IsPaced: true, delay < Tick ? delay : Tick);

                // In turn: a dear job waits until the running ones leave room, and cheap ones do not overtake it for ever.
                if (Active >= limits.MaxConcurrency || (Credits + credits > limits.MaxCredits && credits <= limits.MaxCredits)) return new JobPermits(count, IsPaced: false, Tick);
                _rate.Take();
                own.Add(credits);
                _before?.Add(credits);
                count++;
            }

            return new JobPermits(count, IsPaced: false, TimeSpan.Zero);
        }
    }

    // What was assumed is among what is reported by and by: the greater of the two, and not their sum.
    private int Active => Math.Max(_before?.Active ?? 0, _uses.Values.Sum(static use => use.Active));

    private decimal Credits => Math.Max(_before?.Credits ?? 0, _uses.Values.Sum(static use => use.Credits));

    private void Forget()
    {
        if (_before is { } before && time.GetElapsedTime(before.ReportedAt) > SilenceLimit) _before = null;
        foreach ((string owner, Use use) in _uses)
        {
            // Removing is the one change that an enumeration of a dictionary outlives.
            if (time.GetElapsedTime(use.ReportedAt) > SilenceLimit) _uses.Remove(owner);
        }
    }

    /// <summary>What one process drives, as of its last report and with what it was allowed since.</summary>
    private sealed class Use(int active, decimal credits, long reportedAt)
    {
        public int Active { get; private set; } = active;

        public decimal Credits { get; private set; } = credits;

        public long ReportedAt { get; } = reportedAt;

        public void Add(decimal? more)
        {
            Active++;
            Credits += more ?? 0;
        }
    }
}
