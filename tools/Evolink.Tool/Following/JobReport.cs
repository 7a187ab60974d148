using System.Globalization;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;

namespace Evolink.Tool.Following;

/// <summary>Says how a job ended, and gives the exit code.</summary>
internal static class JobReport
{
    public static int Write(Screen screen, GenerationJob job, bool asJson)
    {
        if (asJson) screen.Out.WriteLine(JsonOutput.Format(JobText.ToJson(job)));
        if (job.State != JobState.Completed)
        {
            if (job.IsEnd) screen.Error.WriteLine(Listing.Printable(JobText.Explain(job)));
            return JobText.ExitCode(job);
        }

        if (!asJson)
        {
            foreach (string result in JobText.Results(job)) screen.Out.WriteLine(Listing.Printable(result));
        }

        screen.Error.WriteLine(Summary(job));
        return ExitCodes.Done;
    }

    private static string Summary(GenerationJob job)
    {
        string credits = job.Credits is { } spent ? string.Create(CultureInfo.InvariantCulture, $", {spent} credits") : "";
        string seconds = job is { SubmittedAt: { } start, EndedAt: { } end } ? string.Create(CultureInfo.InvariantCulture, $" in {(end - start).TotalSeconds:0} s") : "";
        string next = job.SaveTo is null && JobText.Results(job).Any(static result => result.StartsWith("http", StringComparison.Ordinal)) ? $" Links live for 24 hours: evolink jobs download {job.Id} DIR" : "";
        return $"{job.CurrentModel} is done{seconds}{credits}.{next}";
    }
}
