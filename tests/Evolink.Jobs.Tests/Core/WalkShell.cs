using Evolink.Jobs.Core;

namespace Evolink.Jobs.Tests.Core;

/// <summary>A process of a walk: it carries out the effects one by one, and is gone with all that it holds when it is killed.</summary>
internal sealed class WalkShell(WalkStore store, WalkVendor vendor, Random random)
{
    private readonly Dictionary<string, Work> _works = [];
    private readonly long _epoch = store.Acquire();

    /// <summary>Whether another process drives by now. It may still write down what it learns.</summary>
    public bool IsStale => store.Epoch != _epoch;

    public IReadOnlyList<string> Busy => [.. _works.Keys];

    public void TakeUp()
    {
        foreach (GenerationJob job in store.Jobs.Where(static job => job.State is JobState.Submitting or JobState.Running or JobState.Saving))
        {
            if (!_works.ContainsKey(job.Id)) Begin(job, new JobEvent.TakenUp());
        }
    }

    public void Admit(GenerationJob job)
    {
        if (!_works.ContainsKey(job.Id)) Begin(job, new JobEvent.Admitted(random.Next(3) == 0 ? null : random.Next(12)));
    }

    /// <summary>Carries out one effect, or hears one answer.</summary>
    public void Step(string jobId)
    {
        Work work = _works[jobId];
        if (work.Answer is { } answer)
        {
            work.Answer = null;
            Apply(work, answer);
        }
        else if (work.Effects.TryDequeue(out JobEffect effect))
        {
            Do(work, effect);
        }
        else
        {
            _works.Remove(jobId);
        }
    }

    private static DateTimeOffset Now => DateTimeOffset.UnixEpoch;

    private void Begin(GenerationJob job, JobEvent first)
    {
        Work work = new(job);
        _works.Add(job.Id, work);
        Apply(work, first);
    }

    private static void Apply(Work work, JobEvent happened)
    {
        (work.Job, IReadOnlyList<JobEffect> effects) = JobMachine.Apply(work.Job, happened, Now);
        work.Happened = happened;
        work.Effects = new Queue<JobEffect>(effects);
    }

    private void Do(Work work, JobEffect effect)
    {
        switch (effect)
        {
            case JobEffect.Store:
                Store(work);
                break;
            case JobEffect.Send:
                work.Answer = Send(work.Job);
                break;
            case JobEffect.LookUp:
                work.Answer = LookUp(work.Job);
                break;
            case JobEffect.Follow:
                work.Answer = Follow(work.Job);
                break;
            case JobEffect.Save:
                work.Answer = random.Next(4) == 0 ? new JobEvent.ResultsGone(work.Job.TaskId!, Error, []) : new JobEvent.Saved(work.Job.TaskId!, ["file"]);
                break;
        }
    }

    private void Store(Work work)
    {
        switch (store.Update(work.Job, work.Happened is JobEvent.Created ? null : _epoch))
        {
            case JobWrite.Stored:
                work.Job = store[work.Job.Id];
                break;
            case JobWrite.Conflict:
                work.Job = store[work.Job.Id];
                Apply(work, work.Happened);
                break;
            default:
                _works.Remove(work.Job.Id);
                break;
        }
    }

    // Before a byte is sent the store has said so: what is asserted here holds at the moment of the send.
    private JobEvent Send(GenerationJob job)
    {
        Assert.Contains((job.SubmissionKey, job.Sends), store.SendsWritten);
        if (random.Next(8) == 0) return new JobEvent.NotCreated(job.SubmissionKey, Error, Refusal.Later, Now);
        string? taskId = vendor.Create(job.SubmissionKey);
        if (taskId is null) return new JobEvent.NotCreated(job.SubmissionKey, Error, (Refusal)random.Next(3), Now);
        return random.Next(6) == 0 ? new JobEvent.Lost(job.SubmissionKey, Error) : new JobEvent.Created(job.SubmissionKey, taskId, 5);
    }

    private JobEvent LookUp(GenerationJob job) => random.Next(3) switch
    {
        0 => new JobEvent.StillUnknown(job.SubmissionKey, Error),

        // Whoever says that nothing was created has to know: a process that was thought dead may be sending just now.
        1 when vendor.Find(job.SubmissionKey) is { } taskId => new JobEvent.Created(job.SubmissionKey, taskId, null),
        _ => new JobEvent.StillUnknown(job.SubmissionKey, Error),
    };

    private JobEvent Follow(GenerationJob job) => random.Next(6) switch
    {
        0 => new JobEvent.TaskFailed(job.TaskId!, Error, IsCancelled: false, MayFallBack: true, Result: null),
        1 => new JobEvent.TaskFailed(job.TaskId!, Error, IsCancelled: true, MayFallBack: false, Result: null),
        2 => new JobEvent.TaskGone(job.TaskId!, Error) { IsMissing = random.Next(2) == 0 },
        _ => new JobEvent.TaskCompleted(job.TaskId!, "{}"),
    };

    private static JobError Error { get; } = new("walk", "It happens.");

    private sealed class Work(GenerationJob job)
    {
        public GenerationJob Job { get; set; } = job;

        public JobEvent Happened { get; set; } = new JobEvent.TakenUp();

        public Queue<JobEffect> Effects { get; set; } = [];

        public JobEvent? Answer { get; set; }
    }
}
