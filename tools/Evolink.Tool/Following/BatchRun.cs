using System.Globalization;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Following;

/// <summary>Carries the requests of a file to their ends.</summary>
internal sealed class BatchRun(Session session, Screen screen, JobOptions options, bool retriesFailed)
{
    public async Task<int> RunAsync(IReadOnlyList<BatchLine> lines, CancellationToken interrupted)
    {
        List<GenerationJob> jobs = [];
        try
        {
            foreach (BatchLine line in lines) jobs.Add(await EnqueueAsync(line, interrupted));
            return await WaitAsync(lines, jobs, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // What was not sent is not sent later, when nobody thinks of it any more.
            foreach (GenerationJob job in jobs)
            {
                if (await session.Jobs.FindAsync(job.Id, CancellationToken.None) is { State: JobState.Queued }) await session.Jobs.CancelAsync(job.Id, CancellationToken.None);
            }

            throw new ToolException(ExitCodes.Interrupted, "Interrupted. What was sent goes on; the same command goes on with the rest.");
        }
    }

    private async Task<int> WaitAsync(IReadOnlyList<BatchLine> lines, IReadOnlyList<GenerationJob> jobs, CancellationToken interrupted)
    {
        int ended = 0;
        int code = ExitCodes.Done;
        await foreach (Task<(BatchLine Line, GenerationJob Job)> waited in Task.WhenEach(jobs.Select((job, index) => WaitAsync(lines[index], job, interrupted))).WithCancellation(interrupted))
        {
            (BatchLine line, GenerationJob job) = await waited;
            string outcome = job.State == JobState.Completed ? string.Join(' ', JobText.Results(job).Select(Listing.OneLine)) : Listing.OneLine(JobText.Explain(job));
            screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Line}\t{job.Id}\t{JobText.State(job)}\t{outcome}"));
            screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++ended} of {lines.Count}"));
            if (code != ExitCodes.OutcomeUnknown && job.State != JobState.Completed) code = JobText.ExitCode(job);
        }

        return code;
    }

    private async Task<(BatchLine Line, GenerationJob Job)> WaitAsync(BatchLine line, GenerationJob job, CancellationToken interrupted) => (line, await session.Jobs.WaitAsync(job.Id, interrupted));

    /// <summary>The job of a line, from whichever run; a new one where it was cancelled, or has failed and is wanted again.</summary>
    private async Task<GenerationJob> EnqueueAsync(BatchLine line, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"{line.Key}:{attempt}");
            GenerationJob job = await session.Jobs.EnqueueAsync(line.Request, options with { Key = key }, cancellationToken);
            bool isGivenUp = job.State == JobState.Canceled || (retriesFailed && job.State is JobState.Failed or JobState.Expired);
            if (!isGivenUp) return job;
        }
    }
}
