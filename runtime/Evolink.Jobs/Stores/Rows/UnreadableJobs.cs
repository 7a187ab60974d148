using Evolink.Jobs.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Stores.Rows;

/// <summary>The rows of one store that cannot be read: each is told of once, and keeps nobody else's job from being found.</summary>
internal sealed class UnreadableJobs(ILogger logger, TimeProvider time)
{
    /// <summary>So long a row is not looked at again by whoever searches for due jobs. One that was mended meanwhile is found then.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);

    /// <summary>Those that were found unreadable a short while ago.</summary>
    public string[] Resting
    {
        get
        {
            lock (_lock) return [.. _seen.Where(seen => time.GetElapsedTime(seen.Value) < s_rest).Select(static seen => seen.Key)];
        }
    }

    /// <summary>The jobs of some rows, without those that cannot be read.</summary>
    public List<GenerationJob> Read(IEnumerable<JobRow> rows)
    {
        List<GenerationJob> jobs = [];
        foreach (JobRow row in rows)
        {
            try
            {
                jobs.Add(row.Read());
                Forget(row.Id);
            }
            catch (EvolinkJobUnreadableException unreadable)
            {
                Report(unreadable);
            }
        }

        return jobs;
    }

    /// <summary>Tells of a row, unless that was done before.</summary>
    public void Report(EvolinkJobUnreadableException unreadable)
    {
        bool isNew;
        lock (_lock)
        {
            isNew = !_seen.ContainsKey(unreadable.JobId);
            _seen[unreadable.JobId] = time.GetTimestamp();
        }

        if (isNew) JobLog.Unreadable(logger, unreadable.JobId, unreadable.Column, unreadable.Reason);
    }

    // Mended; if it breaks again, that is news.
    private void Forget(string id)
    {
        lock (_lock)
        {
            if (_seen.Count > 0) _seen.Remove(id);
        }
    }
}
