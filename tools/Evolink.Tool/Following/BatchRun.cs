using System.Globalization;
using Evolink.Tool.Cli;
using Evolink.Tool.Costs;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;
using Evolink.Tool.Uploads;

namespace Evolink.Tool.Following;

/// <summary>Carries the requests of a file to their ends.</summary>
internal sealed class BatchRun(Session session, Screen screen, JobOptions options, bool retriesFailed, bool asJson)
{
    private readonly FileUploads _uploads = new(session.Client, screen);

    public async Task<int> RunAsync(IReadOnlyList<BatchLine> lines, CancellationToken interrupted)
    {
        List<GenerationJob> jobs = [];
        try
        {
            Place[] places = new Place[lines.Count];
            for (int index = 0; index < places.Length; index++) places[index] = await FindPlaceAsync(lines[index], interrupted);
            if (options.MaxCredits is { } most) await ThrowIfOverAsync(places, most, interrupted);
            foreach (Place place in places) jobs.Add(place.Job ?? await EnqueueAsync(place, interrupted));
            int code = await new BatchDisplay(screen, session.Refusals, asJson).ShowAsync([.. lines.Zip(jobs, static (line, job) => (line.Line, job))], session.Jobs, interrupted);
            return options.SaveTo is { } folder ? Math.Max(code, await FetchAsync(lines, jobs, folder, interrupted)) : code;
        }
        catch (Exception failure)
        {
            await UnsentJobs.CancelAsync(session.Jobs, jobs.Select(static job => job.Id));
            if (failure is not OperationCanceledException || !interrupted.IsCancellationRequested) throw;
            throw new ToolException(ExitCodes.Interrupted, session.IsSimulated
                ? "Interrupted. The simulation ended with it; nothing was paid for."
                : "Interrupted. What was sent goes on; the same command goes on with the rest.");
        }
    }

    /// <summary>Downloads what an earlier run has made without a folder: its links live for a day.</summary>
    private async Task<int> FetchAsync(IReadOnlyList<BatchLine> lines, List<GenerationJob> jobs, string folder, CancellationToken interrupted)
    {
        int code = ExitCodes.Done;
        for (int index = 0; index < jobs.Count; index++)
        {
            if (jobs[index].SaveTo is not null || await session.Jobs.FindAsync(jobs[index].Id, interrupted) is not { State: JobState.Completed, TaskId: not null } job) continue;
            try
            {
                IReadOnlyList<string> files = await JobDownload.SaveAsync(session, job, folder, interrupted);
                screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Line {lines[index].Line}, made by an earlier run: {string.Join(' ', files)}"));
            }
            catch (EvolinkException lost)
            {
                screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Line {lines[index].Line}, made by an earlier run, cannot be downloaded: {Listing.OneLine(lost.Message)}"));
                code = ExitCodes.Failed;
            }
        }

        return code;
    }

    /// <summary>The latest job of a line, from whichever run; none where there is none, it was not sent, or it has failed and is wanted again.</summary>
    private async Task<Place> FindPlaceAsync(BatchLine line, CancellationToken cancellationToken)
    {
        GenerationJob? last = null;
        for (int attempt = 1; ; attempt++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"{line.Key}:{attempt}");
            GenerationJob? job = await session.Jobs.FindByKeyAsync(key, cancellationToken);
            if (job is null) return last is null || IsSentAgain(last) ? new Place(line, key, null) : new Place(line, last.Key!, last);
            last = job;
        }
    }

    /// <summary>One that was cancelled before it was sent cost nothing; one that has a task, or was given up after a send, may be paid for.</summary>
    private bool IsSentAgain(GenerationJob job) => job.State switch
    {
        JobState.Canceled => retriesFailed || (job.TaskId is null && job.Sends == 0),
        JobState.Failed or JobState.Expired => retriesFailed,
        _ => false,
    };

    private async Task<GenerationJob> EnqueueAsync(Place place, CancellationToken cancellationToken)
    {
        GenerationRequest request = await place.Line.Draft.CompleteAsync(_uploads, cancellationToken);
        return await session.Jobs.EnqueueAsync(request, options with { Key = place.Key }, cancellationToken);
    }

    /// <exception cref="ToolException">A line that is to be sent may cost more; the message names all such lines.</exception>
    private async Task ThrowIfOverAsync(Place[] places, decimal most, CancellationToken cancellationToken)
    {
        PriceLookup prices = await session.GetPricesAsync(cancellationToken);
        string[] problems =
        [
            .. from place in places
               where place.Job is null
               let problem = CreditCap.FindProblem(prices.Estimate(place.Line.Draft.Model, JsonOutput.ToElement(place.Line.Draft.Json)), most, "")
               where problem is not null
               select string.Create(CultureInfo.InvariantCulture, $"  line {place.Line.Line}: {problem.TrimEnd()}"),
        ];
        if (problems.Length > 0) throw ToolException.Failed($"Nothing was sent: {problems.Length} of the requests do not keep to --max-credits.\n{string.Join("\n", problems)}");
    }

    /// <param name="Line">The line.</param>
    /// <param name="Key">What its job is known by.</param>
    /// <param name="Job">The job that it has already.</param>
    private sealed record Place(BatchLine Line, string Key, GenerationJob? Job);
}
