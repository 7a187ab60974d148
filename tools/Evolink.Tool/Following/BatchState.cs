using System.Globalization;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Following;

/// <summary>How the jobs of a batch stand.</summary>
internal sealed class BatchState(IReadOnlyList<(int Line, GenerationJob Job)> jobs)
{
    private readonly SortedDictionary<int, GenerationJob> _open = new(jobs.ToDictionary(static one => one.Line, static one => one.Job));
    private int _completed;
    private int _failed;

    /// <summary>Those that have not ended, by line.</summary>
    public IEnumerable<KeyValuePair<int, GenerationJob>> Open => _open;

    public int Ended => _completed + _failed;

    /// <summary>Of those that have ended: what is worst to overlook.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Done;

    /// <summary>Such as <c>12 of 40 done, 1 failed, 5 under way</c>.</summary>
    public string Summary
    {
        get
        {
            int underWay = _open.Values.Count(static job => job.State != JobState.Queued);
            string failed = _failed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {_failed} failed") : "";
            string running = underWay > 0 ? string.Create(CultureInfo.InvariantCulture, $", {underWay} under way") : "";
            return string.Create(CultureInfo.InvariantCulture, $"{_completed} of {jobs.Count} done{failed}{running}");
        }
    }

    /// <returns>Whether the job has ended with this.</returns>
    public bool Update(int line, GenerationJob job)
    {
        if (!job.IsEnd)
        {
            _open[line] = job;
            return false;
        }

        if (!_open.Remove(line)) return false;
        if (job.State == JobState.Completed) _completed++;
        else _failed++;
        if (ExitCode != ExitCodes.OutcomeUnknown && job.State != JobState.Completed) ExitCode = JobText.ExitCode(job);
        return true;
    }
}
