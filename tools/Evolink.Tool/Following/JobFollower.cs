using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Following;

/// <summary>Follows a job in a terminal to its end, or says how to take it up again.</summary>
internal sealed class JobFollower(Session session, Screen screen)
{
    /// <param name="jobId">The job.</param>
    /// <param name="isDetached">Whether it is enough that its task is created.</param>
    /// <param name="timeout">The longest wait; null for none.</param>
    /// <param name="interrupted">Ctrl-C.</param>
    /// <returns>The job as far as it was followed.</returns>
    /// <exception cref="ToolException">The wait ended before the job.</exception>
    public async Task<GenerationJob> FollowAsync(string jobId, bool isDetached, TimeSpan? timeout, CancellationToken interrupted)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        if (timeout is { } most) limit.CancelAfter(most);
        GenerationJob? last = null;
        try
        {
            GenerationJob job = await JobProgress.ShowAsync(screen, session.Jobs.WatchAsync(jobId, limit.Token), IsEnough, seen => last = seen);
            if (session.Refusals.ForAPerson(job) is not { } refused) return job;
            await session.Jobs.CancelAsync(jobId, CancellationToken.None);
            throw ToolException.Failed(refused.Message);
        }
        catch (KeyNotFoundException)
        {
            throw ToolException.Usage($"There is no job '{jobId}'. `evolink jobs list` lists them.");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw await LeaveAsync(jobId, last, interrupted.IsCancellationRequested);
        }

        bool IsEnough(GenerationJob job) => session.Refusals.ForAPerson(job) is not null || (isDetached && job.State >= JobState.Running);
    }

    /// <summary>What was not sent is not sent later, when nobody thinks of it any more; all else goes on.</summary>
    private async Task<ToolException> LeaveAsync(string jobId, GenerationJob? last, bool isInterrupted)
    {
        int code = isInterrupted ? ExitCodes.Interrupted : ExitCodes.TimedOut;
        string start = isInterrupted ? "Interrupted." : "The time is up.";
        if (session.IsSimulated) return new ToolException(code, $"{start} The simulation ended with it; nothing was paid for.");
        GenerationJob? job = await session.Jobs.FindAsync(jobId, CancellationToken.None) ?? last;
        if (job?.State == JobState.Queued)
        {
            GenerationJob left = await session.Jobs.CancelAsync(jobId, CancellationToken.None);
            return left is { IsEnd: true, TaskId: null }
                ? new ToolException(isInterrupted ? code : ExitCodes.Failed, $"{start} The request was not sent, and nothing was paid for.")
                : new ToolException(code, $"{start} The request was just being sent: its task goes on and is paid for. `evolink jobs show {jobId}` names its task; `evolink tasks get TASK` has its results.");
        }

        return new ToolException(code, $"{start} The task goes on. Take it up again with: evolink jobs wait {jobId}");
    }
}
