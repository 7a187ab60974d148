namespace Evolink.Jobs.Tests.Core;

/// <summary>What survives every kill of a walk.</summary>
internal sealed class WalkStore
{
    private readonly Dictionary<string, GenerationJob> _jobs = [];

    /// <summary>The ids of tasks that were stored with a job. None may ever be missing from it again.</summary>
    private readonly HashSet<(string JobId, string TaskId)> _known = [];

    /// <summary>The sends that were written down before they were begun.</summary>
    public HashSet<(string Key, int Sends)> SendsWritten { get; } = [];

    public long Epoch { get; private set; }

    public IReadOnlyCollection<GenerationJob> Jobs => _jobs.Values;

    public GenerationJob this[string id] => _jobs[id];

    public long Acquire() => ++Epoch;

    public void Add(GenerationJob job) => _jobs.Add(job.Id, job);

    public JobWrite Update(GenerationJob job, long? epoch)
    {
        if (epoch is { } named && named != Epoch) return JobWrite.Fenced;
        if (_jobs[job.Id].Version != job.Version) return JobWrite.Conflict;
        _jobs[job.Id] = job with { Version = job.Version + 1 };
        if (job.State == JobState.Submitting) SendsWritten.Add((job.SubmissionKey, job.Sends));
        foreach (string taskId in TasksOf(job)) _known.Add((job.Id, taskId));
        Assert.All(_known.Where(known => known.JobId == job.Id), known => Assert.Contains(known.TaskId, TasksOf(job)));
        return JobWrite.Stored;
    }

    public static IEnumerable<string> TasksOf(GenerationJob job) => job.TaskId is null ? job.OtherTaskIds : job.OtherTaskIds.Append(job.TaskId);
}
